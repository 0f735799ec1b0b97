#!/usr/bin/env node
import { Command, Option } from 'commander';
import type { DialectName } from './api.ts';
import { type CheckResult, runContract } from './run.ts';
import { renderTable } from './table.ts';

interface Options {
  dialect: DialectName;
  baseUrl: string;
  appKey: string;
  appSecret: string;
}

const command = new Command('diglot-contract')
  .description('Holds a server to the OpenAPI document of a dialect. The calls change data: use an app that is made for tests.')
  .addOption(new Option('--dialect <name>', 'API dialect').choices(['rongcloud', 'jmessage']).makeOptionMandatory())
  .requiredOption('--base-url <url>', 'where the server answers, such as http://localhost:8080')
  .requiredOption('--app-key <key>', 'App Key')
  .requiredOption('--app-secret <secret>', 'App Secret, or master secret')
  .action(async ({ dialect, baseUrl, appKey, appSecret }: Options) => {
    const results: CheckResult[] = [];
    for await (const result of runContract({ dialect, baseUrl: baseUrl.replace(/\/+$/, ''), app: { appKey, appSecret } }))
      results.push(result);
    const failed = results.filter((result) => result.failure !== undefined).length;
    console.log(renderTable(results));
    console.log(`\n${results.length - failed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  });

await command.parseAsync();
