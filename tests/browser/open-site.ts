import {type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page} from "playwright-core";
import {type StaticServer, serveStatic} from "../../data-loaders/site/serve-static.ts";
import {type TinySite, tinySite} from "../site/tiny-site.ts";

/** A page of the site in a fresh profile, and all that went wrong in it. */
export interface Visit {
  page: Page;
  /** Console errors, exceptions, failed or foreign requests, violations of the content policy. */
  problems: string[];
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenSite extends TinySite {
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

type Server = Pick<StaticServer, "url" | "close">;

/** Serves the tiny site, by the project's own server unless another is given, and starts a browser for it. */
export async function openSite(
  launch: LaunchOptions,
  {basePath = "/", serve = (folder: string): Promise<Server> => serveStatic(folder, {port: 0, basePath})} = {},
): Promise<OpenSite> {
  const tiny = await tinySite();
  const server = await serve(tiny.site);
  const browser = await chromium.launch(launch);
  return {
    ...tiny,
    visit: (options = {}) => visit(browser, server, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function visit(browser: Browser, {url}: Server, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const problems: string[] = [];
  // A violation of the content policy is a console error.
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
      await page.goto(url + path, {waitUntil: "networkidle"});
    },
    close: () => context.close(),
  };
}
