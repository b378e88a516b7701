import {expect, it} from "vitest";
import {apply} from "../../../data-loaders/site/edit-text.ts";
import {nameFiles} from "../../../data-loaders/site/file-links.ts";
import {scanTags} from "../../../data-loaders/site/html-tags.ts";

const pages = new Set(["/en/index", "/en/report/2026-10", "/en/tables", "/tr/report/a & b"]);
const link = (href: string) => {
  const html = `<p><a class="x" href=${href} rel=prev>a</a></p>`;
  return /href=(.*) rel=prev/.exec(apply(html, nameFiles(html, scanTags(html), "/en/report/2026-10", pages)))![1];
};

it.each([
  ['"./2026-10"', '"./2026-10.html"'],
  ['"../tables#slides"', '"../tables.html#slides"'],
  ['"../tables?a=1&amp;b=2"', '"../tables.html?a=1&amp;b=2"'],
  ["'../tables'", '"../tables.html"'],
  ["../tables", '"../tables.html"'],
  ['"../"', '"../index.html"'],
  ['".."', '"../index.html"'],
  ['"../../tr/report/a%20&amp;%20b"', '"../../tr/report/a%20&amp;%20b.html"'],
])("a link to a page names its file: %s", (href, expected) => {
  expect(link(href)).toBe(expected);
});

it.each(['"#moves"', '"../tables.html"', '"../nothing"', '"https://example.com/en/tables"', '"mailto:a@b.c"', '""'])(
  "a link to anything else stays: %s",
  (href) => {
    expect(link(href)).toBe(href);
  },
);
