import {runInNewContext} from "node:vm";
import {expect, it} from "vitest";
import {integrityScript} from "../../../data-loaders/site/integrity-script.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

const address = "https://shop.example.com/crm/_file/data/a.12345678.arrow";

/** Runs the script as a page below /crm/ would, with a server that answers with `served`. */
async function browse(served: string, {lang = "en", subtle = true} = {}) {
  const site = temporaryFolder();
  write(site, {"_file/data/a.12345678.arrow": "abc"});
  const {contents, path} = await integrityScript(site, ["data/a.12345678.arrow"]);
  const bars: {textContent: string}[] = [];
  const window = {fetch: async () => new Response(served), crypto: subtle ? crypto : {}};
  runInNewContext(contents, {
    window,
    document: {
      currentScript: {src: `https://shop.example.com/crm${path}`},
      baseURI: "https://shop.example.com/crm/en/explore",
      documentElement: {lang},
      createElement: () => ({setAttribute() {}, style: {}}),
      body: {prepend: (bar: {textContent: string}) => bars.push(bar)},
    },
    ...{crypto, URL, Set, Request, Response, Uint8Array, btoa, decodeURI, Object, String, Error},
  });
  return {fetch: window.fetch as typeof fetch, bars};
}

it("the page gets a data file that is as published", async () => {
  const {fetch, bars} = await browse("abc");
  expect(await (await fetch(address)).text()).toBe("abc");
  expect(await (await fetch(new Request(address))).text()).toBe("abc");
  expect(bars).toEqual([]);
});

it.each([
  ["ab", "data/a.12345678.arrow did not arrive as it was published (2 ≠ 3 bytes)"],
  ["abd", "(SHA-256)"],
])("the page refuses %j and shows why", async (served, message) => {
  const {fetch, bars} = await browse(served);
  await expect(fetch(`${address}?a#b`)).rejects.toThrow(message);
  await expect(fetch(address)).rejects.toThrow(message);
  expect(bars).toHaveLength(1);
  expect(bars[0]!.textContent).toContain(message);
});

it("the message is in the language of the page", async () => {
  const {fetch} = await browse("ab", {lang: "tr"});
  await expect(fetch(address)).rejects.toThrow("yayımlandığı gibi gelmedi");
});

it("without a secure context the length must do", async () => {
  const {fetch} = await browse("abd", {subtle: false});
  expect(await (await fetch(address)).text()).toBe("abd");
});

it("other requests are left alone", async () => {
  const {fetch} = await browse("other");
  expect(await (await fetch("../x.json")).text()).toBe("other");
  expect(await (await fetch(address, {method: "HEAD"})).text()).toBe("other");
});
