import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

/** Every link of every page that leads nowhere, as `page: link`. Links to other sites are not followed. */
export async function brokenLinks(site: string): Promise<string[]> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(site.length + 1), entry.name));
  const pages = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.html'))) pages.set(file, await readFile(join(site, file), 'utf8'));
  const anchors = new Map([...pages].map(([file, html]) => [file, anchorsOf(html)]));
  return [...pages].flatMap(([page, html]) =>
    linksOf(html)
      .filter((link) => !resolves(page, link, { files, anchors }))
      .map((link) => `${page}: ${link}`),
  );
}

function resolves(page: string, link: string, at: { files: string[]; anchors: Map<string, Set<string>> }): boolean {
  if (/^(https?|data|mailto):/.test(link)) return true;
  const [path = '', fragment] = link.split(/#(.*)/s);
  const target = path === '' ? page : posix.join(dirname(page), path);
  if (!at.files.includes(target)) return false;
  return !fragment || (at.anchors.get(target)?.has(decodeURIComponent(fragment)) ?? false);
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));
}

/** Redoc marks the places that its links lead to by `data-section-id`. */
function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\s(?:id|data-section-id)="([^"]*)"/g)].map(([, id]) => id!));
}
