/**
 * Makes every request of this process fail with the reason. Framework asks a CDN or a registry for what its cache
 * lacks; a build that succeeded that way would depend on the day.
 */
export function forbidNetwork(): void {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  globalThis.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = /\/npm\/((?:@[^/]+\/)?[^/@]+)/.exec(url)?.[1] ?? url;
    return Promise.reject(
      new Error(
        `unknown library: ${name}: not in data-loaders/site/vendored-packages.ts (needed by a page or component)`,
      ),
    );
  };
}
