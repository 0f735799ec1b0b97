import { escapeHtml, type Page } from './page.ts';
import type { ReferenceDocument } from './reference-document.ts';

/** The page at /docs/. */
export function landingPage(references: ReferenceDocument[]): Page {
  const cards = references.map(
    ({ name, title, summary, operations }) => `<section class="card">
<h2><a href="${name}.html">${escapeHtml(title)}</a></h2>
<p>${escapeHtml(summary)}</p>
<p>${operations.length} operations · <a href="errors.html#${name}">error codes</a> · <a href="${name}.json">OpenAPI 3.1 document</a></p>
</section>`,
  );
  const body = `<main>
<h1>Diglot</h1>
<p class="lead">One instant-messaging server that speaks two server APIs. What is made through one is seen through the other.
A third, its own, manages apps and settings.</p>
<div class="cards">${cards.join('\n')}</div>
<h2>Where to go</h2>
<dl>
<dt><a href="getting-started.html">Getting started</a></dt><dd>From nothing to a user and a message, in both dialects.</dd>
<dt><a href="errors.html">Errors</a></dt><dd>Every code, when it comes, and from which operations.</dd>
<dt><a href="differences.html">Differences</a></dt><dd>What the clouds leave open and what Diglot does there.</dd>
<dt><a href="operate.html">Operate</a></dt><dd>Settings of the server and of apps, PostgreSQL, backups, health, shutdown.</dd>
<dt><a href="architecture.html">Architecture</a></dt><dd>The parts of the server and the way of one request.</dd>
<dt><a href="bench.html">Bench</a></dt><dd>What the server does in a second, and how it is measured.</dd>
<dt><a href="add-an-operation.html">Add an operation</a></dt><dd>The three files, the commands, and what the checks say.</dd>
</dl>
</main>`;
  return { path: 'index.html', title: 'Diglot', body };
}
