import type { jmessage } from '@diglot/api';
import { changeSettings } from '../domain/app-settings.ts';
import type { Handlers } from '../http/dialect.ts';
import { readStatus } from './status.ts';

export const sdkRegister = {
  setClientRegistration: async (ctx, input) => {
    await changeSettings(ctx, { clientRegistration: readStatus(input) });
  },

  getClientRegistration: async (ctx) => ({ status: ctx.app.settings.clientRegistration ? 1 : 0 }),
} satisfies Partial<Handlers<jmessage.operations>>;
