/** Types of both documents: `rongcloud.operations['registerUser']`, `jmessage.operations['getUser']`. */
export type * as jmessage from './jmessage.ts';
export type * as rongcloud from './rongcloud.ts';
