// `node tests/project/complete-lockfile.mjs`, after `npm install` of a package from a registry mirror that lacks the
// binaries of other platforms: npm leaves those out of package-lock.json, and `npm ci` then refuses the file.
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** @typedef {Record<string, any>} Packages */

/**
 * The optional packages that a lockfile names as dependencies and does not hold, as npm would write them, but without
 * their hash: whoever installs one takes what the registry gives.
 *
 * @param {Packages} packages
 * @returns {Packages}
 */
export function findMissing(packages) {
  const paths = Object.keys(packages);
  const missing = {};
  for (const {optionalDependencies = {}, dev} of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (paths.some((path) => path.endsWith(`node_modules/${name}`))) continue;
      missing[`node_modules/${name}`] = {version, ...readPlatform(name), ...(dev && {dev}), optional: true};
    }
  }
  return missing;
}

/** Reads `…-linux-x64-musl`: who builds for many platforms names packages so. */
function readPlatform(name) {
  const [, os, cpu, abi] =
    /(?:(\w+)-)?(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|wasm32)(?:-(\w+))?$/.exec(name) ?? [];
  if (!cpu) throw new Error(`${name}: which platform is it for?`);
  const libc = {musl: "musl", gnu: "glibc"}[os === "linux" && abi];
  return {cpu: [cpu], ...(libc && {libc: [libc]}), ...(os && cpu !== "wasm32" && {os: [os]})};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(import.meta.dirname, "../../package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = findMissing(lock.packages);
  const sorted = Object.entries({...lock.packages, ...missing}).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2)}\n`);
  console.error(`${Object.keys(missing).length} packages added`);
}
