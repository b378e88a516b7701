import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type StaticServer, serveStatic} from "../../data-loaders/site/serve-static.ts";

/** Serves a folder as a host does that reads its `_headers`: what they say of an address is sent with it. */
export async function serveHeaders(folder: string): Promise<StaticServer> {
  const rules = readHeaders(readFileSync(join(folder, "_headers"), "utf8"));
  const server = await serveStatic(folder, {port: 0});
  server.server.prependListener("request", ({url = ""}, response) => {
    for (const {prefix, name, value} of rules) if (url.startsWith(prefix)) response.setHeader(name, value);
  });
  return server;
}

/** Lines without indentation say for which addresses, `/r/*`; those below, which header. */
function readHeaders(text: string) {
  let prefix = "";
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith(" ")) prefix = line.replace(/\*$/, "");
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    return name && value ? [{prefix, name, value}] : [];
  });
}
