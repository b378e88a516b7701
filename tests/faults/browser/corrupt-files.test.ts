import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listFiles} from "../../../data-loaders/site/list-files.ts";
import {findTestBrowser} from "../../browser/find-test-browser.ts";
import {type OpenSite, openSite} from "../../browser/open-site.ts";
import fc from "../../helpers/fast-check.ts";

const chromium = await findTestBrowser();
const count = 1000;

/** What happens to a file on its way: it ends early, or some of its bits are turned. */
const damage = fc.oneof(
  fc.record({length: fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})}),
  fc.record({
    bits: fc.uniqueArray(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), {minLength: 1, maxLength: 4}),
  }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function spoil(bytes: Buffer, how: Damage): Buffer {
  if ("length" in how) return bytes.subarray(0, Math.floor(how.length * bytes.length));
  const spoiled = Buffer.from(bytes);
  // Each bit once: turned twice it would be as before.
  for (const bit of new Set(how.bits.map((place) => Math.floor(place * bytes.length * 8)))) {
    spoiled[bit >> 3]! ^= 1 << (bit & 7);
  }
  return spoiled;
}

describe.skipIf(!chromium)("data files that arrive otherwise than they were published", {timeout: 300_000}, () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(chromium!);
  }, 240_000);
  afterAll(() => site?.close());

  it(`are all told, ${count} of them, and the others pass`, async () => {
    const files = (await listFiles(join(site.site, "_file"))).filter((file) => file.endsWith(".arrow"));
    const damages = fc.sample(damage, count);
    const {page, go, close} = await site.visit();
    await page.route(/damage=\d+$/, (route) => {
      const [, file, number] = /_file\/(.*)\?damage=(\d+)$/.exec(route.request().url())!;
      return route.fulfill({body: spoil(readFileSync(join(site.site, "_file", file!)), damages[Number(number)]!)});
    });
    await go("en/explore");
    const outcomes = await page.evaluate(
      async ({files, count}) => {
        const ask = async (file: string, query: string) => {
          try {
            return (await (await fetch(`../_file/${file}${query}`)).arrayBuffer()).byteLength;
          } catch (error) {
            return (error as Error).message;
          }
        };
        const sound: (string | number)[] = [];
        for (const file of files) sound.push(await ask(file, ""));
        const damaged: (string | number)[] = [];
        for (let i = 0; i < count; i++) damaged.push(await ask(files[i % files.length]!, `?damage=${i}`));
        return {sound, damaged};
      },
      {files, count},
    );
    expect(outcomes.sound).toEqual(files.map((file) => readFileSync(join(site.site, "_file", file)).length));
    const told = outcomes.damaged.filter(
      (outcome, i) => typeof outcome === "string" && outcome.includes(files[i % files.length]!),
    );
    console.log(`damaged data files told: ${told.length} of ${count}`);
    expect(outcomes.damaged.filter((outcome) => !told.includes(outcome))).toEqual([]);
    expect(await page.locator("[role=alert]").first().textContent()).toMatch(/did not arrive as it was published/);
    await close();
  });
});
