import {expect, it} from "vitest";
// @ts-expect-error plain JavaScript, as it runs before TypeScript is installed
import {splitOptions} from "../../data-loaders/cli/split-options.mjs";

const known = {build: ["config", "out"], serve: ["port", "out"]};

it.each([
  [[], {build: [], serve: []}],
  [["--config", "shop.ts"], {build: ["--config", "shop.ts"], serve: []}],
  [["--port=0"], {build: [], serve: ["--port=0"]}],
  [["--out", "site", "--port", "80"], {build: ["--out", "site"], serve: ["--out", "site", "--port", "80"]}],
  [["--colour", "red"], {build: ["--colour", "red"], serve: []}],
  [["stray"], {build: ["stray"], serve: []}],
])("splitOptions(%j)", (args, expected) => {
  expect(splitOptions(args, known)).toEqual(expected);
});
