import {readFileSync} from "node:fs";
import {type IncomingHttpHeaders, request} from "node:http";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {plainBase} from "../site/plain-site.ts";
import {findTestBrowser} from "./find-test-browser.ts";
import {openPlainSite} from "./open-site.ts";
import {nginx, serveNginx} from "./serve-nginx.ts";

const chromium = await findTestBrowser();
if (!nginx) console.warn("SKIPPED, the site behind nginx: no nginx on this machine");

describe.skipIf(!chromium || !nginx)("behind nginx, below a path", {timeout: 60_000}, () => {
  let site: Awaited<ReturnType<typeof openPlainSite>>;
  let url: string;
  beforeAll(async () => {
    site = await openPlainSite(chromium!, async (folder) => {
      const server = await serveNginx(folder, plainBase);
      ({url} = server);
      return server;
    });
  }, 240_000);
  afterAll(() => site?.close());

  const head = (path: string) =>
    new Promise<{status: number | undefined; headers: IncomingHttpHeaders}>((resolve, reject) =>
      request(url + path, {headers: {"accept-encoding": "gzip"}}, (answer) => {
        answer.resume();
        resolve({status: answer.statusCode, headers: answer.headers});
      })
        .on("error", reject)
        .end(),
    );

  it("a page has the policy of the site, is compressed, and asked for again", async () => {
    const {status, headers} = await head(`en/report/${site.manifest.asOf.slice(0, 7)}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-encoding": "gzip",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    const page = readFileSync(join(site.site, "en/segments.html"), "utf8");
    expect(policy).toContain(/'sha256-[^']+'/.exec(page)![0]);
  });

  it("a table is kept for ever; what does not exist is not there; a folder gets its slash", async () => {
    const table = /_file\/data\/customer-cube\.\w+\.arrow/.exec(
      readFileSync(join(site.site, "en/explore.html"), "utf8"),
    );
    const {status, headers} = await head(table?.[0] ?? "_file/none");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toContain("immutable");
    expect((await head("en/nothing")).status).toBe(404);
    expect(await head("en")).toMatchObject({
      status: 301,
      headers: {location: expect.stringMatching(/\/shops\/crm\/en\/$/)},
    });
  });

  it("the report reads, and Explore answers, with no violation of the policy", async () => {
    const {page, problems, go, close} = await site.visit();
    await go("");
    await page.waitForURL(/\/crm\/tr\/report\/\d{4}-\d\d\.html$/);
    await go("en/explore");
    await page.locator(".explore-table tbody tr").nth(3).waitFor({timeout: 30_000});
    expect(problems).toEqual([]);
    await close();
  });
});
