import { Marked, type Tokens } from 'marked';
import { escapeHtml, type Page } from './page.ts';

/** A page of so many sections begins with a list of them. */
const manySections = 8;

/** A Markdown file of docs/ as a page: headings get anchors, links to other files lead to their pages. */
export function prosePage(file: string, markdown: string): Page {
  const slugs = new Map<string, number>();
  const sections: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const id = uniqueSlug(text, slugs);
        const title = this.parser.parseInline(tokens);
        if (depth === 2) sections.push(`<li><a href="#${id}">${title}</a></li>`);
        return `<h${depth} id="${id}">${title}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const target = /^https?:/.test(href) ? href : href.replace(/\.md(?=#|$)/, '.html');
        return `<a href="${escapeHtml(target)}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? file;
  const content = marked.parse(markdown, { async: false });
  const body = sections.length < manySections ? content : content.replace('<h2', `${contents(sections)}<h2`);
  return { path: file.replace(/\.md$/, '.html'), title, body: `<main>${body}</main>` };
}

function contents(sections: string[]): string {
  return `<nav class="contents" aria-label="On this page"><ul>${sections.join('')}</ul></nav>\n`;
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
