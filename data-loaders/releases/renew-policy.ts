import {contentPolicy} from "../site/content-policy.ts";
import {escapeHtml, scanTags, type Tag} from "../site/html-tags.ts";

const isPolicy = (tag: Tag) => tag.name === "meta" && tag.attribute("http-equiv") === "Content-Security-Policy";

/** The policies of all pages, each once, sorted. */
export function listPolicies(files: ReadonlyMap<string, Buffer>): string[] {
  const policies = new Set<string>();
  for (const [path, contents] of files) {
    if (!path.endsWith(".html")) continue;
    for (const tag of scanTags(contents.toString("utf8")))
      if (isPolicy(tag)) {
        policies.add(tag.attributes.get("content")!);
        break; // it stands at the head
      }
  }
  return [...policies].sort();
}

/** Writes a page's content security policy anew, after its inline scripts have changed. */
export function renewPolicy(html: string): string {
  for (const found of scanTags(html)) {
    if (!isPolicy(found)) continue;
    const {start, end} = found;
    const tag = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(html))}">`;
    return html.slice(0, start) + tag + html.slice(end);
  }
  return html;
}
