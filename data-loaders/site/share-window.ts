import {frameworkRequire} from "./framework-require.ts";

/**
 * Lets Framework parse every fragment of HTML in one jsdom window. It makes a window for each, nine times a page,
 * which is most of the time that a page takes. What has nothing that Framework could change is parsed once. Call it
 * before Framework is imported.
 */
export function shareWindow(): void {
  const jsdom = frameworkRequire("jsdom") as {JSDOM: new (html: string) => {window: Window & {DOMParser: Parser}}};
  const parser = new new jsdom.JSDOM("").window.DOMParser();
  const unchanging = new Map<string, Document>();
  const parse = (html: string) => {
    const document = unchanging.get(html) ?? parser.parseFromString(html, "text/html");
    if (empty.test(html)) unchanging.set(html, document);
    return document;
  };
  // A new object keeps jsdom as it is for everyone who holds the class already.
  class FragmentWindow {
    window: {document: Document};
    constructor(html: string) {
      this.window = {document: parse(html)};
    }
  }
  Object.assign(jsdom, {JSDOM: FragmentWindow});
}

/** Text alone, or one element without content. */
const empty = /^<!DOCTYPE html><body>(?:[^<]*|<(?:div|meta) data-\w+="\d*">(?:<\/div>)?\s*)$/;

type Parser = new () => {parseFromString(html: string, type: "text/html"): Document};
