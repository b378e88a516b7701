import {expect, test} from "vitest";
import {nameValue} from "../../../../src/components/explore/name-value.ts";
import {getMessages} from "../../../../src/components/messages.ts";

test("small and missing values are in words, the shop's own as they are", () => {
  const tr = {values: getMessages("tr", "TRY").profileValues};
  const en = {values: getMessages("en", "TRY").profileValues};
  expect(["other", "unknown", "female"].map((value) => nameValue(value, tr))).toEqual(["diğer", "bilinmiyor", "kadın"]);
  expect(["other", "unknown", "İzmir"].map((value) => nameValue(value, en))).toEqual(["other", "unknown", "İzmir"]);
  expect(nameValue("Beauty > Perfume", en)).toBe("Beauty › Perfume");
  expect(nameValue("constructor", en)).toBe("constructor");
});
