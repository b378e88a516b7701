import {basename} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";

/**
 * All options of a shop, as a release may tell them: paths are names of files, since where they lie differs from machine to
 * machine; texts that the privacy scan lets pass, addresses of interfaces and queries stay private.
 */
export function describeConfiguration(config: ShopConfig): Record<string, unknown> {
  const sources = Object.entries(config.sources).flatMap(([entity, source]) =>
    source ? [[entity, describeSource(source)] as const] : [],
  );
  return {
    ...config,
    privacy: {...config.privacy, allowed: config.privacy.allowed.length},
    sources: Object.fromEntries(sources),
  };
}

type Source = NonNullable<ShopConfig["sources"][string]>;

function describeSource(source: Source): Record<string, unknown> {
  const {generate, path, url, headers, query, ...options} = source as Source & Record<string, unknown>;
  return {
    ...options,
    ...(path === undefined ? {} : {path: [path].flat().map((file) => basename(file as string))}),
    ...(generate ? {generate: (generate as {key: string}).key} : {}),
  };
}
