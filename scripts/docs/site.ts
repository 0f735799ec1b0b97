import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documentNames, root } from '../paths.ts';
import { errorsPage } from './errors.ts';
import { landingPage } from './landing.ts';
import { brokenLinks } from './links.ts';
import { type Page, renderPage } from './page.ts';
import { prosePage } from './prose.ts';
import { writeReference } from './reference.ts';
import { readReferenceDocument } from './reference-document.ts';

/** Builds the whole site and puts it at `site` at once, in place of what is there. Fails when a link leads nowhere. */
export async function buildSite(site: string): Promise<void> {
  // Beside the site, since a folder can only be renamed inside one file system.
  const next = `${site}-next-${process.pid}`;
  await mkdir(next, { recursive: true });
  try {
    await writeSite(next);
    const broken = await brokenLinks(next);
    if (broken.length > 0) throw new Error(`Links that lead nowhere:\n  ${broken.join('\n  ')}`);
    await replaceFolder(site, next);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

async function replaceFolder(folder: string, next: string): Promise<void> {
  const old = `${next}-old`;
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(next, folder);
  await rm(old, { recursive: true, force: true });
}

async function writeSite(site: string): Promise<void> {
  const references = await Promise.all(documentNames.map(readReferenceDocument));
  const pages = [landingPage(references), errorsPage(references), ...(await prosePages())];
  for (const page of pages) await writePage(site, page);
  for (const { name, document } of references) await writeFile(join(site, `${name}.json`), JSON.stringify(document, null, 2));
  for (const file of ['style.css', 'color-mode.js']) await copyFile(join(import.meta.dirname, file), join(site, file));
  const work = await mkdtemp(join(tmpdir(), 'diglot-docs-'));
  try {
    const [redoc = ''] = await Promise.all(references.map((reference) => writeReference(site, work, reference)));
    await writeFile(join(site, 'redoc.js'), redoc);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** docs/*.md and docs/decisions/*.md. */
async function prosePages(): Promise<Page[]> {
  const docs = join(root, 'docs');
  const names = await readdir(docs);
  const decisions = (await readdir(join(docs, 'decisions'))).map((name) => `decisions/${name}`);
  const files = [...names, ...decisions].filter((name) => name.endsWith('.md'));
  return Promise.all(files.map(async (file) => prosePage(file, await readFile(join(docs, file), 'utf8'))));
}

async function writePage(site: string, page: Page): Promise<void> {
  const file = join(site, page.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, renderPage(page));
}
