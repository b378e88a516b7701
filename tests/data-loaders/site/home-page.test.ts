import {expect, it} from "vitest";
import {homePage, notFoundPage} from "../../../data-loaders/site/home-page.ts";
import {scanTags} from "../../../data-loaders/site/html-tags.ts";

it("homePage(title, home) links every language by relative addresses, turns to the first, and has no script", () => {
  const tags = Array.from(scanTags(homePage("A & B", {tr: "/tr/report/2026-10", en: "/en/report/2026-10"})));
  const links = tags.filter(({name}) => name === "a").map(({attributes}) => attributes.get("href"));
  expect(links).toEqual(["./tr/report/2026-10.html", "./en/report/2026-10.html"]);
  expect(tags.some(({attributes}) => attributes.get("content") === "0; url=./tr/report/2026-10.html")).toBe(true);
  expect(tags.some(({name}) => name === "script")).toBe(false);
  expect(tags.find(({name}) => name === "html")?.attributes.get("lang")).toBe("tr");
});

it("notFoundPage(title, home, basePath) says so in every language, with links that hold at any depth", () => {
  const html = notFoundPage("A", {tr: "/tr/", en: "/en/"}, "/crm/");
  expect(html).toContain('<a href="/crm/tr/index.html" hreflang="tr" lang="tr">Türkçe</a>');
  expect(html).toContain('<p lang="en">There is no such page');
});
