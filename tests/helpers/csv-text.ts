/** Rows as the text of a CSV file; what is undefined stays empty. */
export function stringify(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quote).join(",")}\n`).join("");
}

function quote(value: unknown): string {
  const text = value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
