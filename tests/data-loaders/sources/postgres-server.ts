import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";

/** A PostgreSQL server of a test's own, on a socket that nobody else sees. */
export interface PostgresServer {
  /** What connects to it. */
  url: string;
  /** Runs statements; gives what psql prints. */
  run(sql: string): string;
  kill(): void;
  close(): Promise<void>;
}

/** Folder of the programs of Debian's package; undefined, with a warning, where it is not installed. */
export function findPostgres(): string | undefined {
  const folder = "/usr/lib/postgresql";
  const found = (existsSync(folder) ? readdirSync(folder) : [])
    .map((version) => join(folder, version, "bin"))
    .filter((path) => existsSync(join(path, "initdb")));
  if (found.length === 0) process.stderr.write("SKIPPED, what needs PostgreSQL: install Debian's package postgresql\n");
  return found.sort().at(-1);
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync("/tmp/mudavim-pg-");
  // The server refuses to be root.
  const account = process.getuid?.() === 0 ? readAccount("postgres") : {};
  if ("uid" in account) chownSync(folder, account.uid!, account.gid!);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-A", "trust", "-U", "shop", "--no-sync", "-E", "UTF8", "--locale=C"],
    {...account, cwd: folder, encoding: "utf8"},
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const server: ChildProcess = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"],
    {...account, cwd: folder, stdio: "ignore"},
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const run = (sql: string) => {
    const {status, stdout, stderr} = spawnSync(
      join(programs, "psql"),
      ["-h", folder, "-U", "shop", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-Atc", sql],
      {encoding: "utf8"},
    );
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout.trim();
  };
  for (let i = 0; ; i++) {
    try {
      run("SELECT 1");
      break;
    } catch (error) {
      if (i > 100) throw error;
      await delay(100);
    }
  }
  return {
    url: `postgres://shop@localhost/postgres?host=${encodeURIComponent(folder)}`,
    run,
    kill: () => server.kill("SIGQUIT"),
    async close() {
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

function readAccount(name: string): {uid?: number; gid?: number} {
  const id = (flag: string) => Number(spawnSync("id", [flag, name], {encoding: "utf8"}).stdout);
  return {uid: id("-u"), gid: id("-g")};
}
