import type {Markup} from "./markup.ts";

/**
 * A page source for Framework: front matter, then the body as one HTML block. Markdown ends an HTML block at a blank
 * line, so there is none; lines are not indented, so none becomes code.
 */
export function pageSource(body: Markup, {title, lang}: {title: string; lang: string}): string {
  const html = body.html.replace(/\s*\n\s*/g, "\n").trim();
  return `${frontMatter({title})}<div class="page" lang="${lang}">\n${html}\n</div>\n`;
}

/** YAML front matter; JSON strings are YAML strings. */
export function frontMatter({title, sql}: {title: string; sql?: Record<string, string>}): string {
  const tables = sql
    ? `sql:\n${Object.entries(sql)
        .map(([name, file]) => `  ${name}: ${file}\n`)
        .join("")}`
    : "";
  return `---\ntitle: ${JSON.stringify(title)}\ntoc: false\n${tables}---\n`;
}
