import { Marked, type Tokens } from 'marked';
import { escapeHtml, type Page } from './page.ts';

/** A Markdown file of docs/ as a page: headings get anchors, links to other files lead to their pages. */
export function prosePage(file: string, markdown: string): Page {
  const slugs = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const id = uniqueSlug(text, slugs);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const target = /^https?:/.test(href) ? href : href.replace(/\.md(?=#|$)/, '.html');
        return `<a href="${escapeHtml(target)}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? file;
  return { path: file.replace(/\.md$/, '.html'), title, body: `<main>${marked.parse(markdown, { async: false })}</main>` };
}

/** As GitHub makes them, so that a link works in both places. */
function uniqueSlug(text: string, taken: Map<string, number>): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  const count = taken.get(slug) ?? 0;
  taken.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}
