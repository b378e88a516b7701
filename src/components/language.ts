export type Language = "tr" | "en";

/** The language if the site speaks it; otherwise an error, so that a route parameter is never trusted. */
export function parseLanguage(value: string | undefined): Language {
  if (value !== "tr" && value !== "en") throw new Error(`unknown language: ${value}`);
  return value;
}
