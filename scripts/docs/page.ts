export interface Page {
  /** Path inside the site, `operate.html`. */
  path: string;
  title: string;
  /** HTML of the page's own content. */
  body: string;
  /** HTML that goes into the head after our stylesheet. */
  head?: string;
}

const navigation = [
  ['getting-started.html', 'Getting started'],
  ['rongcloud.html', 'RongCloud API'],
  ['jmessage.html', 'JMessage API'],
  ['admin.html', 'Admin API'],
  ['errors.html', 'Errors'],
  ['differences.html', 'Differences'],
  ['operate.html', 'Operate'],
  ['architecture.html', 'Architecture'],
  ['add-an-operation.html', 'Add an operation'],
] as const;

/** A whole HTML document: our head and header around the page's own content. */
export function renderPage({ path, title, body, head = '' }: Page): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const links = navigation.map(
    ([href, label]) => `<a href="${up}${href}"${href === path ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<script src="${up}color-mode.js"></script>
<link rel="stylesheet" href="${up}style.css">
${head}
</head>
<body>
<header class="site-header"><a class="site-name" href="${up}index.html">Diglot</a><nav aria-label="Documentation">${links.join('')}</nav></header>
${body}
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
