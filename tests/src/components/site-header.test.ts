import {expect, test} from "vitest";
import {siteHeader} from "../../../src/components/site-header.ts";
import {parse} from "../small-shop.ts";

const header = (path: string, lang = "tr") =>
  parse(siteHeader({path, lang, languages: ["tr", "en"], newestMonth: "2026-10"}));
const links = (root: HTMLElement, nav: string) =>
  [...root.querySelectorAll<HTMLAnchorElement>(`${nav} a`)].map((a) => a.getAttribute("href"));

test("leads to the newest report; a report, whose page stays as it is, leads to all of them", () => {
  const first = (path: string) => links(header(path), "nav:first-of-type")[0];
  expect(first("/tr/segments")).toBe("/tr/report/2026-10");
  expect(first("/tr/report/2026-10")).toBe("/tr/");
});

test("links to the pages of the language, and to the same page in the other", () => {
  const root = header("/tr/report/2026-03");
  expect(links(root, "nav:first-of-type")).toEqual([
    "/tr/",
    "/tr/segments",
    "/tr/retention",
    "/tr/value",
    "/tr/rules",
    "/tr/explore",
    "/tr/quality",
  ]);
  expect(links(root, ".languages")).toEqual(["/tr/report/2026-03", "/en/report/2026-03"]);
  expect([...root.querySelectorAll("[aria-current]")].map((a) => a.textContent)).toEqual(["Rapor", "Türkçe"]);
  expect(root.querySelector("a")!.getAttribute("href")).toBe("#observablehq-main");
});

test("a page of a group beside the others of it", () => {
  const root = header("/tr/tables");
  expect(links(root, ".group")).toEqual(["/tr/quality", "/tr/sources", "/tr/tables", "/tr/releases"]);
  expect([...root.querySelectorAll("[aria-current]")].map((a) => a.textContent)).toEqual([
    "Veri",
    "Türkçe",
    "Tablolar",
  ]);
  expect(links(header("/tr/thresholds"), ".group")).toContain("/tr/segments");
  expect(header("/tr/explore").querySelector(".group")).toBeNull();
});

test("the first page of a language, and pages without one", () => {
  expect(links(header("/en/index", "en"), ".languages")).toEqual(["/tr/", "/en/"]);
  expect(links(header("/404"), ".languages")).toEqual(["/tr/", "/en/"]);
  expect(header("/404").querySelectorAll('[aria-current="page"]').length).toBe(0);
});
