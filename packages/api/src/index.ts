/** Types of the documents: `rongcloud.operations['registerUser']`, `jmessage.operations['getUser']`. */
export type * as admin from './admin.ts';
export type * as jmessage from './jmessage.ts';
export type * as rongcloud from './rongcloud.ts';
