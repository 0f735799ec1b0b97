import { escapeHtml, type Page } from './page.ts';
import { anchorOf, type ListedError, type ReferenceDocument } from './reference-document.ts';

interface Occasion {
  http: number;
  when: string;
  /** HTML: links to operations, or words. */
  where: string[];
}

/** Every error code of every document: when it comes, and from which operations. */
export function errorsPage(references: ReferenceDocument[]): Page {
  const body = `<main>
<h1>Errors</h1>
<p>Every code that an operation can answer. Programs read the code: the HTTP status only groups the codes, and messages may change.
The table is made from the documents that the server is tested against.</p>
${references.map(section).join('\n')}
</main>`;
  return { path: 'errors.html', title: 'Errors', body };
}

function section(reference: ReferenceDocument): string {
  const rows = [...occasionsByCode(reference)]
    .sort(([one], [other]) => String(one).localeCompare(String(other), 'en', { numeric: true }))
    .map(([code, occasions]) => codeRows(reference, code, occasions));
  return `<h2 id="${reference.name}">${escapeHtml(reference.title)}</h2>
<table class="errors">
<thead><tr><th>Code</th><th>HTTP</th><th>When</th><th>Operations</th></tr></thead>
${rows.join('\n')}
</table>`;
}

function occasionsByCode({ name, errors, operations }: ReferenceDocument): Map<ListedError['code'], Occasion[]> {
  const codes = new Map<ListedError['code'], Occasion[]>();
  const add = (error: ListedError, where: string) => {
    const occasions = codes.get(error.code) ?? [];
    codes.set(error.code, occasions);
    const same = occasions.find(({ http, when }) => http === error.http && when === error.when);
    if (same) same.where.push(where);
    else occasions.push({ http: error.http, when: error.when, where: [where] });
  };
  for (const error of errors) add(error, 'any operation');
  for (const operation of operations) {
    for (const error of operation.errors) add(error, `<a href="${name}.html#${anchorOf(operation)}">${operation.id}</a>`);
  }
  return codes;
}

function codeRows({ name }: ReferenceDocument, code: ListedError['code'], occasions: Occasion[]): string {
  const rows = occasions.map(({ http, when, where }, index) => {
    const head = index === 0 ? `<th scope="rowgroup" rowspan="${occasions.length}" id="${name}-${code}">${code}</th>` : '';
    return `<tr>${head}<td>${http}</td><td>${escapeHtml(when)}</td><td>${where.join(', ')}</td></tr>`;
  });
  return `<tbody>${rows.join('\n')}</tbody>`;
}
