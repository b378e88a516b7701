import {createHmac} from "node:crypto";
import {UserError} from "../user-error.ts";

/** The key of the demo, whose customers do not exist: everybody may know it. */
export const demoKey = "mudavim-demo-key-of-people-who-do-not-exist";

const SHORTEST_KEY = 16;

/**
 * The name under which a person leaves the private side: HMAC-SHA-256 (RFC 2104) of the anchor, 64 hexadecimal digits.
 * Without the key nobody can compute it, nor tell whether a guessed customer number is right.
 *
 * @param anchor the person's anchor
 * @param key see `chooseKey`
 */
export function pseudonymOf(anchor: string, key: string): string {
  return createHmac("sha256", key).update(anchor, "utf8").digest("hex");
}

/** Where a key may come from; all of it is given, so that nothing is read here. */
export interface KeySources {
  /** Whether all the data is the demo's. */
  isDemo: boolean;
  environment: Readonly<Record<string, string | undefined>>;
  /** The key that an earlier run kept in the private folder. */
  stored?: string | undefined;
  /** Makes a key; asked only where no other is. */
  generate: () => string;
}

/**
 * The key of pseudonymous ids: the demo's constant; else `MUDAVIM_KEY`; else the one that was kept; else a new one, which
 * the caller keeps. Where `CI` is set it is never made up: the next run would not know it, and every id would change.
 *
 * @returns the key, and whether it is new
 * @throws UserError where `CI` is set and no key is, and for a key that can be guessed
 */
export function chooseKey({isDemo, environment, stored, generate}: KeySources): {key: string; isNew: boolean} {
  if (isDemo) return {key: demoKey, isNew: false};
  const given = environment.MUDAVIM_KEY;
  if (given) {
    if (given.length < SHORTEST_KEY)
      throw new UserError(`invalid MUDAVIM_KEY: ${given.length} characters, expected at least ${SHORTEST_KEY}`);
    return {key: given, isNew: false};
  }
  if (environment.CI) throw new UserError("missing MUDAVIM_KEY: the environment must hold the key of pseudonymous ids");
  return stored ? {key: stored, isNew: false} : {key: generate(), isNew: true};
}
