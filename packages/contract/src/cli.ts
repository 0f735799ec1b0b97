#!/usr/bin/env node
import { Command, Option } from 'commander';
import { type DialectName, dialectNames } from './api.ts';
import type { Identity } from './credentials.ts';
import { type CheckResult, runContract } from './run.ts';
import { renderTable } from './table.ts';

interface Options {
  dialect: DialectName;
  baseUrl: string;
  appKey?: string;
  appSecret?: string;
  adminKey?: string;
}

const command = new Command('diglot-contract')
  .description('Holds a server to an OpenAPI document. The calls change data: use an app, or a server, that is made for tests.')
  .addOption(new Option('--dialect <name>', 'API dialect').choices(dialectNames).makeOptionMandatory())
  .requiredOption('--base-url <url>', 'where the server answers, such as http://localhost:8080')
  .option('--app-key <key>', 'App Key; not for admin')
  .option('--app-secret <secret>', 'App Secret, or master secret; not for admin')
  .option('--admin-key <key>', 'key of the admin API; for admin only')
  .action(async (options: Options) => {
    const results: CheckResult[] = [];
    const target = { ...identityOf(options), baseUrl: options.baseUrl.replace(/\/+$/, '') };
    for await (const result of runContract(target)) results.push(result);
    const failed = results.filter((result) => result.failure !== undefined).length;
    console.log(renderTable(results));
    console.log(`\n${results.length - failed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  });

/** Ends the command when what proves the caller is missing. */
function identityOf({ dialect, appKey, appSecret, adminKey }: Options): Identity {
  if (dialect === 'admin') return { dialect, adminKey: adminKey ?? needs('--admin-key <key>') };
  return { dialect, app: { appKey: appKey ?? needs('--app-key <key>'), appSecret: appSecret ?? needs('--app-secret <secret>') } };
}

function needs(option: string): never {
  return command.error(`error: required option '${option}' not specified`);
}

await command.parseAsync();
