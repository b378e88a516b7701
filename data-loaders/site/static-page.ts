import {contentPolicy} from "./content-policy.ts";
import {escapeHtml} from "./html-tags.ts";
import {iconLink} from "./icon.ts";

/** A small page without a script, that leads to others; `head` and `body` are HTML, title and language text. */
export function staticPage(title: string, lang: string, head: readonly string[], body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(""))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${[iconLink, ...head].join("\n")}
<style>:root{color-scheme:light dark}body{font:18px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32rem;padding:0 1rem}a{color:inherit}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
