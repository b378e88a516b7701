import {createHash} from "node:crypto";
import {expect, it} from "vitest";
import {contentPolicy} from "../../../data-loaders/site/content-policy.ts";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("contentPolicy(html) allows exactly the inline scripts of the page", () => {
  const policy = contentPolicy(`<script type="module">a</script><script src="b.js"></script><script>c\r\n</script>`);
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash("a")} ${hash("c\n")};`);
  expect(policy).toMatch(/^default-src 'none'; /);
});

it("contentPolicy(html) needs no hash for data", () => {
  expect(contentPolicy(`<script type="application/json">{}</script>`)).not.toContain("sha256");
});

it.each([
  [`<p onclick="a()">`, "inline event handler: <p onclick>"],
  [`<a href=" JavaScript:a()">`, "script address: <a href>"],
  ["<script><!-- a</script>", "inline script with <!--"],
])("contentPolicy(%j) fails: no hash can allow it", (html, message) => {
  expect(() => contentPolicy(html)).toThrow(message);
});

it("contentPolicy(html) allows compiled expressions only where arquero is loaded with the page", () => {
  expect(contentPolicy("<p>")).not.toContain("'unsafe-eval'");
  expect(contentPolicy(`<link rel="modulepreload" href="../_npm/arquero@8.0.3/a.js">`)).toContain("'unsafe-eval'");
});

it("contentPolicy(html) allows the base element of the 404 page", () => {
  expect(contentPolicy("<p>")).toContain("base-uri 'none'");
  expect(contentPolicy(`<base href="/crm/">`)).toContain("base-uri 'self'");
});
