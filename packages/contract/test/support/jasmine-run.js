/**
 * Runs a spec file that a package ships, in a process of its own, and prints one JSON line per case.
 * Arguments: the package's folder, the spec file, the options that its SDK is called with first (JSON).
 */
import { createRequire } from 'node:module';
import Jasmine from 'jasmine';

const [folder, file, options] = process.argv.slice(2);

// The specs' own helper calls the SDK again with key and secret only; that merges over these options.
createRequire(import.meta.url)(folder)(JSON.parse(options));

const runner = new Jasmine({ projectBaseDir: folder });
await runner.loadConfig({ spec_dir: 'spec', spec_files: [file], helpers: ['helpers/**/*.js'], env: { random: false } });
runner.exitOnCompletion = false;
runner.clearReporters();
runner.addReporter({
  specDone: ({ fullName, status, failedExpectations }) => {
    const why = failedExpectations.map(({ message }) => message).join('; ');
    process.stdout.write(`${JSON.stringify({ title: fullName, passed: status === 'passed', why })}\n`);
  },
});
await runner.execute();
