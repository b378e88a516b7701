import {createReadStream} from "node:fs";
import {realpath, stat} from "node:fs/promises";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join, resolve, sep} from "node:path";
import {pipeline} from "node:stream/promises";
import {normalizeBasePath} from "./base-path.ts";
import {contentType} from "./content-types.ts";

export interface ServeOptions {
  /** Default 3000; 0 takes any free port. */
  port?: number;
  /** Default: this machine only. */
  host?: string;
  /** Where the site lies in the address (default "/"). */
  basePath?: string;
}

export interface StaticServer {
  server: Server;
  url: string;
  close(): Promise<void>;
}

/** Serves a built site: `/en/report/2026-10` is the file `en/report/2026-10.html`, and a folder its `index.html`. */
export async function serveStatic(dir: string, options: ServeOptions = {}): Promise<StaticServer> {
  const {port = 3000, host = "127.0.0.1", basePath = "/"} = options;
  const base = normalizeBasePath(basePath);
  const root = await realpath(dir);
  const server = createServer((request, response) => {
    answer(root, base, request, response).catch((error: NodeJS.ErrnoException) => {
      if (response.headersSent) response.destroy(error);
      else sendText(response, 500, "the file could not be read");
    });
  });
  await new Promise<void>((listening, failed) => server.once("error", failed).listen(port, host, listening));
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    server,
    url: `http://${name}:${address.port}${base}`,
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  };
}

async function answer(root: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return sendText(response, 405, "only GET and HEAD");
  }
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return sendText(response, 400, "invalid address");
  }
  if (`${path}/` === base) return redirect(response, base);
  const found = path.startsWith(base) ? await find(root, path.slice(base.length)) : undefined;
  if (found?.isFolder) return redirect(response, `${encodeURI(path)}/`);
  const file = found?.file ?? (await find(root, "404.html"))?.file;
  if (!file) return sendText(response, 404, "not found");
  await sendFile(file, found ? 200 : 404, request, response);
}

/** Finds the file for a path below the root: the file, the page of that name, or that a folder needs its slash. */
async function find(root: string, path: string): Promise<{file?: string; isFolder?: boolean} | undefined> {
  const target = resolve(join(root, path));
  const outside = target !== root && !target.startsWith(root + sep);
  if (outside || path.includes("\0")) return undefined;
  const isFolderPath = path === "" || path.endsWith("/");
  for (const file of isFolderPath ? [join(target, "index.html")] : [target, `${target}.html`]) {
    if (await isFile(file)) return {file};
  }
  return !isFolderPath && (await isFile(join(target, "index.html"))) ? {isFolder: true} : undefined;
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function sendFile(file: string, status: number, request: IncomingMessage, response: ServerResponse) {
  const {size, mtimeMs} = await stat(file);
  const tag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  response.setHeader("Content-Type", contentType(file));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("ETag", tag);
  // Names with a content hash never change; everything else is asked for again, and answered by its tag.
  const isHashed = /\.[\da-f]{8}\.\w+$|\/[\da-f]{8}\.js$/.test(file);
  response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (status === 200 && request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Length", size);
  response.writeHead(status);
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, {Location: location}).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {"Content-Type": "text/plain; charset=utf-8"}).end(`${text}\n`);
}
