import {parseHTML} from "linkedom";

let document: Document | undefined;

/** The document that Plot draws into while pages are built; in the browser it is the page's own. */
export function getBuildDocument(): Document {
  document ??= parseHTML("<!doctype html><html><head></head><body></body></html>").document;
  return document;
}
