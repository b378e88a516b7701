import {type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page} from "playwright-core";
import {type StaticServer, serveStatic} from "../../data-loaders/site/serve-static.ts";
import {type PlainSite, plainBase, plainSite} from "../site/plain-site.ts";
import {type TinySite, tinySite} from "../site/tiny-site.ts";
import {serveHeaders} from "./serve-headers.ts";

/** A page of the site in a fresh profile, and all that went wrong in it. */
export interface Visit {
  page: Page;
  /** Console errors, exceptions, failed or foreign requests, violations of the content policy. */
  problems: string[];
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface Browsing {
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

export type OpenSite = TinySite & Browsing;

type Server = Pick<StaticServer, "url" | "close">;

/** Serves the release of the tiny shop as a host would, with the headers that it is told, and starts a browser for it. */
export async function openSite(launch: LaunchOptions): Promise<OpenSite> {
  const tiny = await tinySite();
  return {...tiny, ...(await browse(launch, await serveHeaders(tiny.releases), tiny.path))};
}

/** Serves a site that is no release where it was built for, by the project's own server unless another is given. */
export async function openPlainSite(
  launch: LaunchOptions,
  serve = (folder: string): Promise<Server> => serveStatic(folder, {port: 0, basePath: plainBase}),
): Promise<PlainSite & Browsing> {
  const plain = await plainSite();
  return {...plain, ...(await browse(launch, await serve(plain.site), ""))};
}

async function browse(launch: LaunchOptions, server: Server, folder: string): Promise<Browsing> {
  const browser = await chromium.launch(launch);
  return {
    visit: (options = {}) => visit(browser, {server, folder}, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function visit(
  browser: Browser,
  {server: {url}, folder}: {server: Server; folder: string},
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const problems: string[] = [];
  await context.exposeBinding("tellViolation", (_, text: string) => problems.push(`forbidden: ${text}`));
  await context.addInitScript(`addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI, documentURI}) =>
    tellViolation(effectiveDirective + " " + blockedURI + " in " + documentURI));`);
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`exception: ${error.error().message}`));
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      problems.push(`foreign: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    if (request.failure()?.errorText === "net::ERR_ABORTED") return; // the reader went on to another page
    // Without scripts Chromium gives up on those that the page asks for in advance.
    if (options.javaScriptEnabled === false && request.url().endsWith(".js")) return;
    problems.push(`failed: ${request.url()}`);
  });
  const page = await context.newPage();
  return {
    page,
    problems,
    async go(path) {
      await page.goto(url + folder + path, {waitUntil: "networkidle"});
    },
    close: () => context.close(),
  };
}
