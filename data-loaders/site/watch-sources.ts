import {createHash} from "node:crypto";
import {readdirSync, readFileSync, watch} from "node:fs";
import {join} from "node:path";

export interface WatchedFolder {
  path: string;
  /** Whether folders below it are watched too. */
  isDeep: boolean;
}

/**
 * Calls `changed` after SQL or TypeScript in the folders was edited, never twice at once; edits during a call are answered
 * by one more. A file that is only touched, as ours touch loaders whose output is new, was not edited.
 */
export function watchSources(folders: readonly WatchedFolder[], changed: () => Promise<unknown>): {close(): void} {
  const known = new Map<string, string>();
  const differs = (file: string) => {
    const hash = hashOf(file);
    if (known.get(file) === hash) return false;
    known.set(file, hash);
    return true;
  };
  for (const {path, isDeep} of folders) {
    for (const name of readdirSync(path, {recursive: isDeep, encoding: "utf8"}))
      if (isSource(name)) differs(join(path, name));
  }
  const answer = oneAtATime(changed);
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map(({path, isDeep}) =>
    watch(path, {recursive: isDeep}, (_event, name) => {
      if (!name || !isSource(name) || !differs(join(path, name))) return;
      clearTimeout(timer);
      timer = setTimeout(answer, 80);
    }),
  );
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

const isSource = (name: string) =>
  /\.(sql|ts)$/.test(name) && !/(^|[\\/])(\.observablehq|node_modules)[\\/]/.test(name);

function hashOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "";
  }
}

function oneAtATime(run: () => Promise<unknown>): () => Promise<void> {
  let isBusy = false;
  let isAgain = false;
  return async () => {
    if (isBusy) {
      isAgain = true;
      return;
    }
    isBusy = true;
    do {
      isAgain = false;
      await run();
    } while (isAgain);
    isBusy = false;
  };
}
