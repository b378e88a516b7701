import {expect, it} from "vitest";
import {finishPage} from "../../../data-loaders/site/finish-page.ts";

const page = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>R</title>
<script type="module">
import "../../_observablehq/client.js";
registerFile("a", {"path":"../../_file/data/a.12345678.arrow"});
</script>
</head>
<body>
<main><p>$& maximum-scale=1</p></main>
<footer id="observablehq-footer">
<div>Built with <a href="https://observablehq.com/" target="_blank">Observable</a> on <a title="x">x</a>.</div>
</footer>
</body>
</html>
`;

const options = {
  path: "/en/report/2026-10",
  lang: "en",
  translations: new Map([
    ["tr", "/tr/report/2026-10"],
    ["en", "/en/report/2026-10"],
  ]),
  pages: new Set(["/en/report/2026-10", "/tr/report/2026-10", "/en/index"]),
  fonts: ["/_npm/inter/latin.woff2"],
  integrityScript: "/_integrity.1.js",
};

it("finishPage(html, options) mends what Framework has no hook for", () => {
  const {html} = finishPage(page, options);
  expect(html).toContain(`<html lang="en">`);
  expect(html).toContain(`<meta name="viewport" content="width=device-width, initial-scale=1">`);
  expect(html).toContain(`<link rel="alternate" hreflang="tr" href="../../tr/report/2026-10.html">`);
  expect(html).toContain(`as="font" type="font/woff2" href="../../_npm/inter/latin.woff2" crossorigin>`);
  expect(html).toMatch(/<script defer src="..\/..\/_integrity.1.js"><\/script>\n<script type="module">/);
  expect(html).not.toContain("observablehq.com");
  expect(html).toContain("<p>$& maximum-scale=1</p>");
});

it("finishPage(html, options) puts the policy before anything that it governs", () => {
  const {html} = finishPage(page, options);
  expect(html).toMatch(
    /<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src/,
  );
});

it("finishPage(html, options) adds no data check to a page without data, and no alternate to a page in one language", () => {
  const {html} = finishPage(page.replace(".arrow", ""), {...options, translations: new Map()});
  expect(html).not.toContain("_integrity");
  expect(html).not.toContain("hreflang");
});

it("finishPage(html, options) fails on a page that is not Framework's", () => {
  expect(() => finishPage("<p>", options)).toThrow("missing meta charset");
});
