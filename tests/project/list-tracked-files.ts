import {execFileSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {join, relative} from "node:path";

const repository = join(import.meta.dirname, "../..");

/** The files that are, or would be, committed. */
export function listTrackedFiles(): string[] {
  const files = existsSync(join(repository, ".git")) ? askGit() : walk();
  return files.filter((file) => existsSync(join(repository, file))).sort();
}

function askGit(): string[] {
  // Whoever runs the tests need not be whoever cloned.
  const list = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const output = execFileSync("git", list, {cwd: repository, encoding: "utf8"});
  return [...new Set(output.split("\0"))].filter(Boolean);
}

/** A copy without its history has what git would ignore only where a run left it. */
function walk(): string[] {
  const left = /^(node_modules|dist|\.build|\.private)\/|(^|\/)\.observablehq\/|\.log$/;
  return readdirSync(repository, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !left.test(file));
}
