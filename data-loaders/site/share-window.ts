import {frameworkRequire} from "./framework-require.ts";

/**
 * Lets Framework parse every fragment of HTML in one jsdom window. It makes a window for each, nine times a page,
 * which is most of the time that a page takes. Call it before Framework is imported.
 */
export function shareWindow(): void {
  const jsdom = frameworkRequire("jsdom") as {JSDOM: new (html: string) => {window: Window & {DOMParser: Parser}}};
  const parser = new new jsdom.JSDOM("").window.DOMParser();
  // A new object keeps jsdom as it is for everyone who holds the class already.
  class FragmentWindow {
    window: {document: Document};
    constructor(html: string) {
      this.window = {document: parser.parseFromString(html, "text/html")};
    }
  }
  Object.assign(jsdom, {JSDOM: FragmentWindow});
}

type Parser = new () => {parseFromString(html: string, type: "text/html"): Document};
