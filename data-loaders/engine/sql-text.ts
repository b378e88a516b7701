/** Text as an SQL string. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A file's path as an SQL string for a reader, which takes `*`, `?` and `[` in names for patterns. */
export function quotePath(path: string): string {
  return quoteText(path.replace(/[*?[]/g, "[$&]"));
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value of the configuration as an SQL literal; days (`2026-10-31`) become dates. */
export function toLiteral(value: string | number | boolean | null): string {
  if (typeof value !== "string") return value === null ? "NULL" : String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `DATE ${quoteText(value)}` : quoteText(value);
}

/**
 * Replaces each `$name` outside of strings, quoted names and comments by the value's literal.
 *
 * @returns the text and the names that it used
 * @throws Error for a name that has no value
 */
export function bindParameters(
  sql: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
): {sql: string; used: string[]} {
  const used = new Set<string>();
  const bound = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\$([a-z][a-z0-9_]*)/g, (token, name?: string) => {
    if (name === undefined) return token;
    if (!Object.hasOwn(values, name))
      throw new Error(
        `unknown parameter $${name}; there are ${Object.keys(values)
          .map((key) => `$${key}`)
          .join(", ")}`,
      );
    used.add(name);
    return toLiteral(values[name]!);
  });
  return {sql: bound, used: [...used]};
}
