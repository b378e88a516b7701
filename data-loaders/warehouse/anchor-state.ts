import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../user-error.ts";

/** Which file held everybody's anchor before the last input came, and which one does since. */
interface KeptState {
  /** What the last run was given. */
  input: string;
  /** What it made of that. */
  made: string;
  /** SHA-256 of the file that it read and of the one that it wrote; null: there was none. */
  before: string | null;
  after: string;
}

/** Everybody's anchor as the run before left it: private state, which decides what people are called from now on. */
export interface AnchorState {
  /** The file to read: a row per account with its anchor. Absent: no run before is known. */
  before: {path: string; sha256: string} | undefined;
  /** Whether any run has left something. */
  isKept: boolean;
  /** Keeps what this run made, unless that is what is kept already. */
  keep(made: string, write: (path: string) => Promise<void>): Promise<boolean>;
}

const NAME = "current.json";

/**
 * Opens the state in a folder. The run before is the last one that was given something else: however often the same input
 * is computed, it is compared with what was known before it came.
 *
 * @param input fingerprint of all that decides who is who
 * @throws UserError that names a file which is missing or damaged: to go on without it would rename people
 */
export function openAnchorState(folder: string, input: string): AnchorState {
  let record = readRecord(folder);
  const before = record && (record.input === input ? record.before : record.after);
  return {
    before: before ? {path: checkFile(folder, before), sha256: before} : undefined,
    isKept: record !== undefined,
    async keep(made, write) {
      if (record?.input === input && record.made === made) return false;
      mkdirSync(folder, {recursive: true});
      const draft = join(folder, `${process.pid}.part`);
      try {
        await write(draft);
        const after = hashFile(draft);
        renameSync(draft, fileOf(folder, after));
        record = {input, made, before: before ?? null, after};
        writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
        renameSync(draft, join(folder, NAME));
        const names = [NAME, `${before}.parquet`, `${after}.parquet`];
        for (const name of readdirSync(folder)) if (!names.includes(name)) rmSync(join(folder, name), {force: true});
      } finally {
        rmSync(draft, {force: true});
      }
      return true;
    },
  };
}

function readRecord(folder: string): KeptState | undefined {
  const file = join(folder, NAME);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const {input, made, before, after} = JSON.parse(text) as KeptState;
    if ([input, made, after, before ?? ""].every((value) => /^[0-9a-f]*$/.test(value)) && after)
      return {input, made, before, after};
  } catch {
    // The same message as for a record that can be read and is none.
  }
  throw new UserError(`${file}: cannot be read; bring it back, or remove it and have everybody named anew`);
}

function checkFile(folder: string, sha256: string): string {
  const path = fileOf(folder, sha256);
  let found: string | undefined;
  try {
    found = hashFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (found === sha256) return path;
  const what = found ? "is damaged" : "is missing";
  throw new UserError(`${path}: ${what}; bring it back, or remove ${join(folder, NAME)} and have everybody named anew`);
}

const fileOf = (folder: string, sha256: string) => join(folder, `${sha256}.parquet`);

const hashFile = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
