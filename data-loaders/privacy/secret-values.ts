import type {ShopConfig} from "../config/shop-schema.ts";

/** A value that nobody may read, and what it is called. */
export interface Secret {
  name: string;
  value: string;
}

const secretName =
  /(?:^|_)(?:API_?KEY|KEYS?|TOKENS?|PASSWORD|PASSWD|PASSPHRASE|PWD|SECRETS?|CREDENTIALS?|DSN|DATABASE_URL|CONNECTION_STRING)(?:$|_)/i;
const SHORTEST = 8;

/**
 * Values of the environment that look secret by their name, and those that the configuration takes connections and headers
 * from. Left out is what is too short, or too plain a word, to be looked for: `KEY=standard`.
 */
export function listSecrets(
  {sources}: ShopConfig,
  environment: Readonly<Record<string, string | undefined>>,
): Secret[] {
  const named = new Set(
    Object.values(sources).flatMap((source) =>
      source?.kind === "postgres" ? [source.connection] : source?.kind === "api" ? Object.values(source.headers) : [],
    ),
  );
  return Object.entries(environment)
    .filter(([name]) => (named.has(name) || secretName.test(name)) && name !== "PWD" && name !== "OLDPWD")
    .map(([name, value = ""]) => ({name, value: value.trim()}))
    .filter(({value}) => value.length >= SHORTEST && !/^[a-z]{1,15}$/i.test(value) && !/^[/.~][\w./-]*$/.test(value));
}
