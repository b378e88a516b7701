import {expect, it} from "vitest";
import {escapeHtml, scanTags} from "../../../data-loaders/site/html-tags.ts";

const names = (html: string) => Array.from(scanTags(html), ({name}) => name);

it("scanTags(html) yields start tags with their attributes, decoded", () => {
  const [tag] = scanTags(`<A href="x?a=1&amp;b=2" title='&#65;&#x42;' data-n=3 hidden>`);
  expect(tag!.name).toBe("a");
  expect(Object.fromEntries(tag!.attributes)).toEqual({href: "x?a=1&b=2", title: "AB", "data-n": "3", hidden: ""});
});

it("scanTags(html) looks neither into comments nor into scripts and styles", () => {
  expect(names(`<p><!-- <a> --><script>"<b>"</script><style>a::before{content:"<i>"}</style><u>`)).toEqual([
    "p",
    "script",
    "style",
    "u",
  ]);
  expect(names("<script>never closed <b>")).toEqual(["script"]);
});

it("scanTags(html) gives the text of a script", () => {
  const [script] = scanTags("<script type=module>\nlet a = '</p>';\n</script >");
  expect(script!.text).toBe("\nlet a = '</p>';\n");
});

it("scanTags(html) is not misled by > in an attribute or a lone <", () => {
  expect(names(`1 < 2 <img alt="a > b"> <3 </p> <hr/>`)).toEqual(["img", "hr"]);
});

it("escapeHtml(text) escapes what ends text or a quoted attribute", () => {
  expect(escapeHtml(`<a b="&">`)).toBe("&lt;a b=&quot;&amp;&quot;&gt;");
});
