import type { admin } from '@diglot/api';
import type { AdminCtx } from '../context.ts';
import type { Handlers } from '../http/dialect.ts';
import { app } from './app.ts';
import { settings } from './settings.ts';
import { trust } from './trust.ts';

/** Every operation of the document, section by section; the compiler counts them. */
export const handlers: Handlers<admin.operations, AdminCtx> = { ...app, ...settings, ...trust };
