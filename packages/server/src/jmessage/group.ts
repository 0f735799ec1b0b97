import type { jmessage } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';

export const group = {} satisfies Partial<Handlers<jmessage.operations>>;
