import {contentPolicy} from "./content-policy.ts";
import {escapeHtml} from "./html-tags.ts";

const names: Record<string, string> = {tr: "Türkçe", en: "English"};

/**
 * Returns the page at `/`: a link to each language's first page, and a turn to the first of them, without a script.
 * Its addresses are relative, so it works below any base path.
 */
export function homePage(title: string, home: Record<string, string>): string {
  const links = Object.entries(home).map(([lang, path]) => ({lang, href: escapeHtml(`.${path}`)}));
  const items = links.map(
    ({lang, href}) =>
      `<li><a href="${href}" hreflang="${escapeHtml(lang)}" lang="${escapeHtml(lang)}">${escapeHtml(names[lang] ?? lang)}</a></li>`,
  );
  const alternates = links.map(
    ({lang, href}) => `<link rel="alternate" hreflang="${escapeHtml(lang)}" href="${href}">`,
  );
  const [first] = links;
  const turn = first ? `\n<meta http-equiv="refresh" content="0; url=${first.href}">` : "";
  return `<!DOCTYPE html>
<html lang="${escapeHtml(first?.lang ?? "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(""))}">
<meta name="viewport" content="width=device-width, initial-scale=1">${turn}
<title>${escapeHtml(title)}</title>
${alternates.join("\n")}
<style>:root{color-scheme:light dark}body{font:18px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:24rem;padding:0 1rem}a{color:inherit}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<ul>
${items.join("\n")}
</ul>
</main>
</body>
</html>
`;
}
