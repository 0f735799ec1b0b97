import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { banner } from './banner.ts';
import { blobsOf, type Config, databaseOf, embeddedIn, readConfig } from './config.ts';
import { holdDataFolder } from './data-folder.ts';
import { createApp, pageOfApps } from './domain/apps.ts';
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
  const server = await startServer({
    database: databaseOf(config),
    redisUrl: config.redisUrl,
    blobs: blobsOf(config),
    publicUrl: config.publicUrl,
    internalWebhooks: config.internalWebhooks,
    keepAliveSeconds: config.keepAliveSeconds,
    host: config.host,
    port: config.port,
    log: createLog(config.logLevel),
    adminKey: config.adminKey,
    validateResponses: config.validateResponses,
    zoneMinutes: config.zoneMinutes,
    docsFolder,
  });
  stopOnSignal(server);
  const { services } = server;
  const { apps } = await pageOfApps(services.db, { limit: 1 });
  const app = apps[0] ?? (await createApp(services, { name: 'demo' }))!;
  const database = config.databaseUrl ? 'PostgreSQL' : `embedded, in ${config.dataFolder}`;
  const newAdminKey = config.adminKeyIsNew ? config.adminKey : undefined;
  console.log(banner({ url: server.url, app, newAdminKey, docs: docsFolder !== undefined, database }));
}

function builtDocs(): string | undefined {
  const folder = fileURLToPath(new URL('../../../docs/.site', import.meta.url));
  return existsSync(folder) ? folder : undefined;
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = async () => {
    // A second signal does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
