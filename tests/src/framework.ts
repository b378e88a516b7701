interface Page {
  title: string | null;
  body: string;
  code: unknown[];
}

/** What Framework makes of a page source: its own Markdown, with its placeholders and code cells. */
export async function parsePage(source: string, path = "/tr/report/2026-10"): Promise<Page> {
  const markdown = new URL("../../node_modules/@observablehq/framework/dist/markdown.js", import.meta.url).href;
  const {createMarkdownIt, parseMarkdown} = await import(/* @vite-ignore */ markdown);
  return parseMarkdown(source, {md: createMarkdownIt({}), path});
}
