import type { Ctx } from '../context.ts';
import { DomainError } from './errors.ts';
import type { ServiceSettings } from './settings.ts';

/** Fails with `service-off` when the app's settings have the service switched off. */
export function requireService(ctx: Ctx, service: keyof ServiceSettings): void {
  if (!ctx.app.settings.services[service]) throw new DomainError('service-off', { subject: service });
}
