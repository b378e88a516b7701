// Runs before anything is installed: no dependencies, plain JavaScript.
import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/** @typedef {{version?: string, integrity?: string, optional?: boolean, link?: boolean}} LockedPackage */

export const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Installs what package-lock.json names, unless that is what node_modules holds.
 *
 * @param {string} [folder] the repository
 */
export function ensureInstalled(folder = repository) {
  requireNode();
  if (isInstalled(folder)) return;
  console.error("installing dependencies (npm ci) …");
  const start = performance.now();
  const {status, error} = runNpm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  if (error || status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ", for the reason above"}`);
    process.exit(status || 1);
  }
  console.error(`installed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/**
 * Whether node_modules holds exactly the packages of package-lock.json; optional ones of other platforms may be absent.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = readPackages(join(folder, "node_modules/.package-lock.json"));
  if (!installed) return false;
  const locked = readPackages(join(folder, "package-lock.json")) ?? {};
  return Object.entries(locked).every(([path, {version, integrity, optional}]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

/** @returns {Record<string, LockedPackage> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The npm that runs this script, else the one on the path. */
function runNpm(args, cwd) {
  // Standard output belongs to the command that waits for the installation.
  const options = {cwd, stdio: ["ignore", process.stderr, process.stderr]};
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync("npm", args, {...options, shell: process.platform === "win32"});
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: Müdavim needs 20.19 or newer`);
  process.exit(1);
}
