import {mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";
import {listSecrets} from "../privacy/secret-values.ts";
import {projectRoot} from "../project.ts";
import {hashProgram} from "../releases/describe-code.ts";
import {describeConfiguration} from "../releases/describe-configuration.ts";
import {listPresent, sha256} from "../releases/hash-files.ts";

/** What a site was made from, and what its files were when it was put in its place. */
interface BuiltSite {
  program: string;
  data: string;
  files: string;
}

/** The record of the sites that were built, by their folders: a site that is as it would be built again is left alone. */
export interface BuiltSites {
  /** The hash of the data of a site, if program and options are those of now and nobody has touched its files. */
  maybeData(): Promise<string | undefined>;
  /** To be called once a site is in its place. */
  record(data: string): Promise<void>;
}

/**
 * @param out the folder of the site
 * @param options whatever else decides the site
 */
export function openBuiltSites(privateFolder: string, out: string, config: ShopConfig, options: unknown): BuiltSites {
  const file = join(privateFolder, "warehouse/built-sites.json");
  // A site is searched for the secrets of the environment: with other ones it is searched anew.
  const secrets = listSecrets(config, process.env).map(({name, value}) => [name, sha256(value)]);
  const program = hashProgram(projectRoot).then((code) =>
    sha256(JSON.stringify([code, describeConfiguration(config), config.privacy.allowed, secrets, options])),
  );
  program.catch(() => {});
  return {
    async maybeData() {
      const known = readRecord(file)[out];
      if (known?.program !== (await program) || known.files !== (await stampFiles(out))) return undefined;
      return known.data;
    },
    async record(data) {
      const record = {...readRecord(file), [out]: {program: await program, data, files: await stampFiles(out)}};
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(`${file}.part`, JSON.stringify(record));
      renameSync(`${file}.part`, file);
    },
  };
}

function readRecord(file: string): Record<string, BuiltSite | undefined> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {}; // none yet, or one that was cut short: then everything is built
  }
}

/** Sizes and times of a folder's files. */
async function stampFiles(folder: string): Promise<string> {
  const stamps = (await listPresent(folder)).map((path) => {
    const {size, mtimeMs} = statSync(join(folder, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return sha256(stamps.join("\n"));
}
