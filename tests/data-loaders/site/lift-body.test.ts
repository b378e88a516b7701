import {expect, it} from "vitest";
import {type Bodies, liftBody, restoreBody} from "../../../data-loaders/site/lift-body.ts";

const front = '---\ntitle: "R"\n---\n';

function lift(body: string, path = "en/report/2026-10.md") {
  const bodies: Bodies = new Map();
  const {contents} = liftBody({path, contents: front + body}, bodies);
  return {contents, body: bodies.get("/en/report/2026-10")?.join(" | ")};
}

it("liftBody(output, bodies) leaves an empty element, and restoreBody(html, body) puts the body there", () => {
  const {contents, body} = lift("<div>\n<svg><text>$& $1</text></svg>\n</div>\n");
  expect(contents).toBe(`${front}<div data-body="0"></div>\n`);
  expect(body).toBe("<div>\n<svg><text>$& $1</text></svg>\n</div>");
  const page = `<main>\n<div data-body="0"></div>\n</main>`;
  expect(restoreBody(page, [body!])).toBe(`<main>\n${body}\n</main>`);
  expect(restoreBody(page, undefined)).toBe(page);
  expect(() => restoreBody("<main></main>", [body!])).toThrow("missing the place of its body");
});

it("liftBody(output, bodies) leaves links to files, with the rest of the page around them taken out", () => {
  const link = '<a class="file" href="../data/a.arrow" download="a.arrow">';
  const {contents, body} = lift(`<div><a href="/en/b">b</a>${link}A</a> and ${link}B</a></div>\n`);
  const [first, second, third] = [
    '<div data-body="0"></div>',
    '<i data-body="1"></i></a>',
    '<i data-body="2"></i></a>',
  ];
  expect(contents).toBe(`${front}${first}${link}${second}${link}${third}\n`);
  const built = `<main>${first}<a href="./_file/a.0.arrow" download="a.arrow">${second}${link}${third}</main>`;
  expect(restoreBody(built, body!.split(" | "))).toBe(
    `<main><div><a href="../b">b</a><a href="./_file/a.0.arrow" download="a.arrow">A</a> and ${link}B</a></div></main>`,
  );
});

it("liftBody(output, bodies) takes listings out of a page that Framework has something to do in", () => {
  const code = (text: string) => `<pre class="listing"><code>${text}</code></pre>`;
  const picture = '<img src="a.png">';
  const {contents, body} = lift(`<div>${code("a&#10;")}${picture}${code('<a href="b">b</a>')}${code("$&")}</div>\n`);
  const rest = (first: string, last: string) => `<div>${first}${picture}${code('<a href="b">b</a>')}${last}</div>\n`;
  const [first, last] = ['<div data-body="0"></div>', '<div data-body="1"></div>'];
  expect(contents).toBe(front + rest(first, last));
  expect(body).toBe(`${code("a&#10;")} | ${code("$&")}`);
  expect(restoreBody(rest(first, last), body!.split(" | "))).toBe(rest(code("a&#10;"), code("$&")));
});

it.each([
  ["/en/report/2026-09", "./2026-09"],
  ["/tr/report/2026-10", "../../tr/report/2026-10"],
  ["/en/", "../"],
  ["/en/index", "../"],
  ["../segments.html?a=1#b", "../segments?a=1#b"],
  ["#definitions", "#definitions"],
  ["mailto:a@example.com", "mailto:a@example.com"],
])("liftBody(output, bodies) makes the link %s the relative %s", (href, expected) => {
  expect(lift(`<div><a class="a" href="${href}">a</a></div>`).body).toBe(
    `<div><a class="a" href="${expected}">a</a></div>`,
  );
});

it("liftBody(output, bodies) opens other sites in a tab of their own, as Framework does", () => {
  expect(lift(`<div><a href="https://example.com/?a=1&amp;b=2">a</a></div>`).body).toBe(
    `<div><a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">a</a></div>`,
  );
});

it.each([
  ["Markdown", "# A\n"],
  ["HTML that a blank line ends", "<div>\n\n*a*\n</div>"],
  ["code", "<div>${x}</div>"],
  ["a script", "<div><script>a</script></div>"],
  ["a picture", '<div><img src="a.png"></div>'],
  ["a heading with an anchor", '<div><h2 id="a">a</h2></div>'],
  ["code to highlight", '<div><pre><code class="language-js">a</code></pre></div>'],
  ["comments", "<div><!--:a:--></div>"],
])("liftBody(output, bodies) leaves %s to Framework", (_, body) => {
  expect(lift(body)).toEqual({contents: front + body, body: undefined});
});

it("liftBody(output, bodies) leaves other outputs alone", () => {
  expect(lift("<div></div>", "data/a.html")).toEqual({contents: `${front}<div></div>`, body: undefined});
});
