import {randomBytes} from "node:crypto";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";
import {chooseKey} from "./pseudonym.ts";

/**
 * The key of pseudonymous ids for a configuration (see `chooseKey`). A new one is written to `state/pseudonym-key` in the
 * private folder, readable by its owner alone.
 */
export function openKey({sources}: ShopConfig, privateFolder: string, environment = process.env): string {
  const folder = join(privateFolder, "state");
  const file = join(folder, "pseudonym-key");
  const {key, isNew} = chooseKey({
    isDemo: Object.values(sources).every(
      (source) => !source || ("generate" in source && source.generate !== undefined),
    ),
    environment,
    stored: readIfThere(file),
    generate: () => randomBytes(32).toString("hex"),
  });
  if (isNew) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(file, `${key}\n`, {mode: 0o600, flag: "wx"});
  }
  return key;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
