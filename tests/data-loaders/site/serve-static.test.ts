import {connect} from "node:net";
import {expect, it, onTestFinished} from "vitest";
import {serveStatic} from "../../../data-loaders/site/serve-static.ts";
import {temporaryFolder, write} from "./fixture-project.ts";

async function serve(basePath = "/") {
  const root = temporaryFolder();
  write(root, {
    "secret.txt": "secret",
    "site/index.html": "home",
    "site/404.html": "nothing here",
    "site/en/report/2026-10.html": "report",
    "site/en/segments/index.html": "segments",
    "site/_file/a.12345678.arrow": "arrow",
    "site/ğ.html": "ğ",
  });
  const server = await serveStatic(`${root}/site`, {port: 0, basePath});
  onTestFinished(() => server.close());
  return {
    ...server,
    get: (path: string, init?: RequestInit) => fetch(new URL(path, server.url), {redirect: "manual", ...init}),
  };
}

it.each([
  ["", "home", "text/html; charset=utf-8"],
  ["en/report/2026-10", "report", "text/html; charset=utf-8"],
  ["en/report/2026-10.html?x=1", "report", "text/html; charset=utf-8"],
  ["en/segments/", "segments", "text/html; charset=utf-8"],
  ["_file/a.12345678.arrow", "arrow", "application/vnd.apache.arrow.stream"],
  ["%C4%9F", "ğ", "text/html; charset=utf-8"],
])("GET /%s", async (path, text, type) => {
  const response = await (await serve()).get(path);
  expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([200, text, type]);
});

it("serves below a base path and nowhere else", async () => {
  const {get, url} = await serve("/crm");
  expect(url).toMatch(/\/crm\/$/);
  expect(await (await get("en/report/2026-10")).text()).toBe("report");
  expect((await get("/en/report/2026-10")).status).toBe(404);
  expect((await get("/crm")).headers.get("location")).toBe("/crm/");
});

it("turns to a folder with its slash", async () => {
  expect((await (await serve()).get("en/segments")).headers.get("location")).toBe("/en/segments/");
});

it("answers what is missing with the site's 404 page, and other methods not at all", async () => {
  const {get} = await serve();
  const missing = await get("nothing");
  expect([missing.status, await missing.text()]).toEqual([404, "nothing here"]);
  expect((await get("", {method: "POST"})).status).toBe(405);
});

it("answers HEAD without a body, and a known tag with 304", async () => {
  const {get} = await serve();
  const head = await get("en/report/2026-10", {method: "HEAD"});
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "6", ""]);
  expect((await get("", {headers: {"if-none-match": (await get("")).headers.get("etag")!}})).status).toBe(304);
  expect((await get("_file/a.12345678.arrow")).headers.get("cache-control")).toContain("immutable");
});

it.each(["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%00", "/%zz"])(
  "does not leave the site: %s",
  async (path) => {
    const {url} = await serve();
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      });
      let text = "";
      socket.on("data", (data) => (text += data)).on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
    expect(answer).not.toContain("secret");
  },
);
