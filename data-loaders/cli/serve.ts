import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {serveStatic} from "../site/serve-static.ts";
import {UserError} from "../user-error.ts";
import {readArguments} from "./read-arguments.ts";

/** `serve --dir DIR --port 3000`: serves a built site on this machine until interrupted. */
export default async function serve(args: string[]): Promise<void> {
  const {
    dir = "dist/site",
    port = "3000",
    base = "/",
  } = readArguments(args, {dir: {type: "string"}, port: {type: "string"}, base: {type: "string"}});
  if (!existsSync(join(dir, "index.html"))) throw new UserError(`${dir}: no built site; run npm run build first`);
  if (!/^\d{1,5}$/.test(port)) throw new UserError(`--port: expected a number, got ${JSON.stringify(port)}`);
  const {url} = await serveStatic(resolve(dir), {port: Number(port), basePath: base}).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === "EADDRINUSE" ? new UserError(`port ${port} is taken; name another with --port`) : error;
    },
  );
  console.error(`${dir} is at ${url} (Ctrl-C ends it)`);
}
