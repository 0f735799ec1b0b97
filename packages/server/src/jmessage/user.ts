import type { jmessage } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';

export const user = {} satisfies Partial<Handlers<jmessage.operations>>;
