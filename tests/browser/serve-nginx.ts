import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";

/** nginx, where this machine has it. */
export const nginx = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"]
  .map((folder) => join(folder, "nginx"))
  .find((file) => existsSync(file));

/** Serves a built site below a path by nginx, with the `nginx.conf` that lies in the site. */
export async function serveNginx(site: string, basePath: string): Promise<{url: string; close(): Promise<void>}> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-nginx-"));
  const root = join(folder, "www");
  const copy = join(root, basePath);
  mkdirSync(copy, {recursive: true});
  cpSync(site, copy, {recursive: true});
  const port = await findPort();
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off; pid ${folder}/pid; worker_processes 1; error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
  server {
    listen 127.0.0.1:${port};
    location ${basePath} { root ${root}; include ${join(copy, "nginx.conf")}; }
  }
}
`,
  );
  const child = spawn(nginx!, ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")]);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = `http://127.0.0.1:${port}${basePath}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    await delay(20);
  }
  return {
    url,
    async close() {
      child.kill("SIGQUIT");
      await ended;
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const {port} = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
