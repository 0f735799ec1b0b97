import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, tool } from '../paths.ts';
import { escapeHtml, renderPage } from './page.ts';
import { withReadableSchemas } from './readable-schemas.ts';
import { anchorOf, type ReferenceDocument } from './reference-document.ts';
import { withFacts } from './reference-facts.ts';

/** Redoc leaves this many pixels free at the top: the height of our header in style.css. */
const redocOptions = { scrollYOffset: 48, hideSchemaTitles: true };
/** Where the part of Redoc's script ends that is the same on every page. */
const perPage = 'const __redoc_definition';
/** Redoc's badge would load its logo from the network. */
const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g;
const logoText =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='12'><text y='10' font-family='system-ui' font-size='11' fill='%23777'>Redoc</text></svg>";

/** Writes `<name>.html` and its script `<name>.js`, and returns the text of `redoc.js`, which the dialects share. */
export async function writeReference(site: string, work: string, reference: ReferenceDocument): Promise<string> {
  const { page, script } = separate(reference.name, await buildWithRedocly(work, reference));
  const end = script.indexOf(perPage);
  if (end === -1) throw new Error(`The script that redocly put into ${reference.name}.html has no "${perPage}".`);
  await writeFile(join(site, `${reference.name}.html`), page);
  await writeFile(join(site, `${reference.name}.js`), `import { hydrate } from './redoc.js';\n${script.slice(end)}`);
  return script.slice(0, end).replaceAll(logo, logoText);
}

async function buildWithRedocly(work: string, reference: ReferenceDocument): Promise<string> {
  const file = (suffix: string) => join(work, `${reference.name}${suffix}`);
  await writeFile(file('.json'), JSON.stringify(withReadableSchemas(withFacts(reference))));
  await writeFile(file('.hbs'), template(reference));
  const options = ['--inlineBundle', '--template', file('.hbs'), '--openapi', JSON.stringify(redocOptions), '--output', file('.html')];
  await promisify(execFile)(tool('redocly'), ['build-docs', file('.json'), ...options], {
    cwd: root,
    // Telemetry is off while building, and in the page.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return readFile(file('.html'), 'utf8');
}

function template({ name, title, operations }: ReferenceDocument): string {
  const rows = operations.map(
    (operation) =>
      `<li id="${anchorOf(operation)}"><code>${operation.method} ${escapeHtml(operation.path)}</code> ${escapeHtml(operation.summary)}</li>`,
  );
  return renderPage({
    path: `${name}.html`,
    title,
    head: '{{{redocHead}}}',
    body: `{{{redocHTML}}}
<noscript><main><p>The reference needs JavaScript. These are its operations.</p><ul>
${rows.join('\n')}
</ul></main></noscript>`,
  });
}

/** Takes the scripts out of the page, so that the server's policy can forbid scripts inside pages. */
function separate(name: string, html: string): { page: string; script: string } {
  let script = '';
  const page = html.replaceAll(/<script( type="module")?>(.*?)<\/script>/gs, (_, isModule: string | undefined, source: string) => {
    // The other one chooses light or dark, as our color-mode.js does.
    if (!isModule) return '';
    script = source;
    return `<script type="module" src="${name}.js"></script>`;
  });
  // Redoc writes its links for a server of its own; in the browser they are fragments.
  return { page: page.replaceAll('href="/', 'href="#/'), script };
}
