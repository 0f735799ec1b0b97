import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { banner } from './banner.ts';
import { blobsOf, type Config, databaseOf, embeddedIn, readConfig } from './config.ts';
import { holdDataFolder } from './data-folder.ts';
import { firstApp } from './domain/apps.ts';
import { faultOf } from './domain/errors.ts';
import { createLog } from './log.ts';
import { type RunningServer, startServer } from './server.ts';
import { explainStartupError } from './startup-error.ts';

let config: Config | undefined;
try {
  config = readConfig();
  await main(config);
} catch (error) {
  console.error(`diglot: ${explainStartupError(error, config && embeddedIn(config))}`);
  process.exit(1);
}

async function main(config: Config): Promise<void> {
  if (!config.databaseUrl) holdDataFolder(config.dataFolder);
  const docsFolder = builtDocs();
  const log = createLog(config.logLevel);
  // What nobody waits for fails alone: the database, or a service, may be away.
  process.on('unhandledRejection', (error) => log.error(faultOf(error), 'something failed that nobody waited for'));
  const server = await startServer({
    database: databaseOf(config),
    redisUrl: config.redisUrl,
    blobs: blobsOf(config),
    publicUrl: config.publicUrl,
    internalWebhooks: config.internalWebhooks,
    keepAliveSeconds: config.keepAliveSeconds,
    host: config.host,
    port: config.port,
    log,
    adminKey: config.adminKey,
    validateResponses: config.validateResponses,
    zoneMinutes: config.zoneMinutes,
    docsFolder,
  });
  stopOnSignal(server, log);
  const app = await firstApp(server.services, 'demo');
  const database = config.databaseUrl ? 'PostgreSQL' : `embedded, in ${config.dataFolder}`;
  const newAdminKey = config.adminKeyIsNew ? config.adminKey : undefined;
  console.log(banner({ url: server.url, app, newAdminKey, docs: docsFolder !== undefined, database }));
}

function builtDocs(): string | undefined {
  const folder = fileURLToPath(new URL('../../../docs/.site', import.meta.url));
  return existsSync(folder) ? folder : undefined;
}

function stopOnSignal(server: RunningServer, log: Logger): void {
  let stopping = false;
  const stop = async () => {
    // A second signal does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    try {
      await server.stop();
      process.exit(0);
    } catch (error) {
      log.error(faultOf(error), 'could not stop in order');
      process.exit(1);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
