import {expect, test} from "vitest";
import {escapeCss, escapeScript, escapeSource, escapeText} from "../../../src/components/escape.ts";
import {markup} from "../../../src/components/markup.ts";
import {pageSource} from "../../../src/components/page-source.ts";
import {parsePage} from "../framework.ts";
import {hostile} from "../hostile-names.ts";
import {parse} from "../small-shop.ts";

test.each(hostile)("%j stays text through Framework's Markdown", async (name) => {
  const page = await parsePage(pageSource(markup`<p title="${name}">${name}</p>`, {title: name, lang: "en"}));
  const root = parse(page.body);
  const p = root.querySelector("p")!;
  const shown = name.replace(/\n+/g, " ");
  expect(page.code).toEqual([]);
  expect(page.title).toBe(name);
  expect(root.querySelectorAll("script, img, h1, pre, code, a, style").length).toBe(0);
  expect(p.textContent).toBe(shown);
  expect(p.getAttribute("title")).toBe(shown);
  expect(p.attributes.length).toBe(1);
});

test("escapeText writes numbers and removes control characters", () => {
  expect(escapeText(12)).toBe("12");
  expect(escapeText("a\u0000\u2028b\r\nc")).toBe("a b c");
});

test("escapeSource leaves no placeholder, fence or blank line", () => {
  expect(escapeSource("<svg>\n\n<text>${x} ``` $5</text></svg>")).toBe(
    "<svg> <text>&#36;{x} &#96;&#96;&#96; $5</text></svg>",
  );
});

test.each(hostile)("%j survives as a script literal", (name) => {
  const literal = escapeScript({name});
  expect(JSON.parse(literal)).toEqual({name});
  expect(literal).not.toMatch(/[<>`$\n]/);
});

test("escapeCss writes signs by code point", () => {
  expect(escapeCss('Çarşı · 3"}</style>')).toBe('"Çarşı · 3\\22 \\7d \\3c \\2f style\\3e "');
});
