import {readVendored, type VendoredFont} from "./vendored.ts";

/**
 * Returns the style element that declares "Inter" for the page at a path, with relative addresses, so that the site
 * works below any base path. Framework's own CSS bundler accepts no font files.
 */
export function fontFaces(cacheDir: string, path: string): string {
  const rules = fonts(cacheDir).map(
    ({path: file, unicodeRange}) =>
      `@font-face{font-family:"Inter";font-style:normal;font-weight:400 700;font-display:swap;` +
      `src:url("${relativeTo(path, file)}") format("woff2");unicode-range:${unicodeRange}}`,
  );
  return rules.length ? `<style>${rules.join("")}</style>` : "";
}

/** Returns the relative address of a file of the site for the page at a path; both start with a slash. */
export function relativeTo(path: string, file: string): string {
  return (path === "/404" ? "" : "../".repeat(path.split("/").length - 2) || "./") + file.slice(1);
}

const known = new Map<string, VendoredFont[]>();

function fonts(cacheDir: string): VendoredFont[] {
  const found = known.get(cacheDir) ?? readVendored(cacheDir)?.fonts;
  if (!found) throw new Error(`${cacheDir}: missing libraries: run vendorLibraries first`);
  known.set(cacheDir, found);
  return found;
}
