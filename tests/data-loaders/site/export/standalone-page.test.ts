import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, inject, it} from "vitest";
import {standalonePage} from "../../../../data-loaders/site/export/standalone-page.ts";

let site: string;
let page: string;

beforeAll(async () => {
  site = join(inject("runFolder"), "standalone");
  for (const [path, text] of Object.entries({
    "tr/report/2026-10.html": `<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><title>Şampiyonlar</title>
<link rel="preload" as="font" href="../../fonts/a.woff2"><link rel="modulepreload" href="../../client.js">
<link rel="alternate" hreflang="en" href="../../en/report/2026-10">
<link rel="stylesheet" href="../../styles/style.css">
<style>@font-face{src:url("../../fonts/a.woff2") format("woff2")}</style>
<script type="module">import "../../client.js";</script></head>
<body><header id="observablehq-header"><a href="../">Home</a></header>
<main><p>96 müşteri <a href="../tables#slides">kaydı</a>, <a href="#proofs">kanıt</a></p><img src="../../logo.svg" alt=""></main></body></html>`,
    "styles/style.css": 'body{background:url(ground.png)} a{color:red} b{mask:url("#mask")}',
    "styles/ground.png": "PNG",
    "fonts/a.woff2": "FONT",
    "logo.svg": "<svg/>",
  })) {
    mkdirSync(join(site, path, ".."), {recursive: true});
    writeFileSync(join(site, path), text);
  }
  page = await standalonePage(site, "/tr/report/2026-10");
});

const data = (type: string, text: string) => `data:${type};base64,${Buffer.from(text).toString("base64")}`;

it("standalonePage(site, path) has styles, fonts and pictures in it", () => {
  expect(page).toContain(`<style>body{background:url("${data("image/png", "PNG")}")}`);
  expect(page).toContain(`src:url("${data("font/woff2", "FONT")}") format("woff2")`);
  expect(page).toContain(`<img src="${data("image/svg+xml", "<svg/>")}"`);
  expect(page).toContain('url("#mask")');
});

it("standalonePage(site, path) asks for nothing, runs nothing and leads to no other page", () => {
  expect(page).not.toMatch(/<script|<link|\.\.\//);
  expect(page).toContain('96 müşteri kaydı, <a href="#proofs">kanıt</a>');
  expect(page).not.toContain("Home");
  expect(page).toMatch(/content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:/);
});

it("standalonePage(site, path) names a file that is not there", async () => {
  await expect(standalonePage(site, "/tr/report/1999-01")).rejects.toThrow("1999-01.html");
});
