import type { rongcloud } from '@diglot/api';
import type { Handlers } from '../http/dialect.ts';

export const group = {} satisfies Partial<Handlers<rongcloud.operations>>;
