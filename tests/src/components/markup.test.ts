import {expect, test} from "vitest";
import {markup, raw} from "../../../src/components/markup.ts";

test("markup escapes text, keeps markup, joins lists, and prints nothing for nothing", () => {
  const b = markup`<b>${"<"}</b>`;
  expect(markup`${b}${["a", b, 0]}${null}${undefined}${false}${raw("<i>")}`.html).toBe("<b>&lt;</b>a<b>&lt;</b>0<i>");
});
