import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {link, mkdir, readFile, rename, rm, unlink, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {dirname} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {UserError} from "../user-error.ts";
import {processStart} from "./process-start.ts";

interface Owner {
  /** Tells this run from any other, also one with the same pid. */
  id: string;
  pid: number;
  host: string;
  /** When the process started, by its kernel: guards against a pid that was given out again. */
  start: string | null;
  since: string;
  command: string;
}

/** Another process holds the lock. */
export class LockedError extends UserError {
  override name = "LockedError";
}

/**
 * Calls `run` while holding the lock `file`, and removes the file afterwards. If another run holds it, fails at once
 * with a `LockedError`. A lock whose process has died is taken over.
 */
export async function withLock<T>(file: string, run: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), {recursive: true});
  const owner = await acquire(file);
  const releaseAtExit = () => rmSync(file, {force: true});
  process.once("exit", releaseAtExit);
  try {
    return await run();
  } finally {
    process.off("exit", releaseAtExit);
    if ((await readOwner(file))?.id === owner.id) await unlink(file);
  }
}

async function acquire(file: string): Promise<Owner> {
  const owner: Owner = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    start: processStart(process.pid),
    since: new Date().toISOString(),
    command: process.argv.slice(1).join(" "),
  };
  // A link appears whole and fails if the name exists; a file opened with O_EXCL could be read before it is written.
  const draft = `${file}.${owner.id}`;
  await writeFile(draft, JSON.stringify(owner));
  try {
    while (!(await tryLink(draft, file))) {
      const holder = await readOwner(file);
      if (!holder) continue; // released since
      if (isAlive(holder)) throw new LockedError(describe(file, holder));
      if (await takeOver(file, holder, draft)) break;
    }
    return owner;
  } finally {
    await rm(draft, {force: true});
  }
}

/**
 * Puts `draft` in the place of the lock of a dead process. Whoever tries must first hold a lock named after the dead
 * owner, and look again: so only one can succeed, and a slow one cannot remove the lock of its successor.
 */
async function takeOver(file: string, dead: Owner, draft: string): Promise<boolean> {
  const replace = async () => {
    if ((await readOwner(file))?.id !== dead.id) return false;
    const copy = `${draft}.copy`;
    await link(draft, copy);
    await rename(copy, file);
    return true;
  };
  try {
    return await withLock(`${file}.${dead.id}.take-over`, replace);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    await delay(5); // another run is taking over right now: look again at what it left
    return false;
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as Owner;
  } catch {
    // A lock appears whole, so this one was damaged after a crash: nobody holds it.
    return {id: "damaged", pid: 0, host: hostname(), start: null, since: "", command: ""};
  }
}

function isAlive({pid, host, start}: Owner): boolean {
  if (host !== hostname()) return true; // cannot be known from here
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = processStart(pid);
  return start === null || now === null || start === now;
}

function describe(file: string, {pid, host, since, command}: Owner): string {
  const where = host === hostname() ? "" : ` on ${host}; if that run is over, remove the file`;
  return `another run holds ${file}: pid ${pid} since ${since} (${command})${where}`;
}
