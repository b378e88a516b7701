import {JSDOM} from "jsdom";

let document: Document | undefined;

/** The document that Plot draws into while pages are built; in the browser it is the page's own. */
export function getBuildDocument(): Document {
  document ??= new JSDOM("").window.document;
  return document;
}
