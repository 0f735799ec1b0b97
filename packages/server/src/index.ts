export { type App, createApp, listApps, rotateSecret } from './domain/apps.ts';
export { type Clock, systemClock } from './domain/clock.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export type { DatabaseTarget } from './store/db.ts';
