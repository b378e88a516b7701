import {join} from "node:path";
import type {FileSourceInput} from "../config/source-schema.ts";
import {UserError} from "../user-error.ts";
import {emarsys} from "./presets/emarsys.ts";
import {ga4} from "./presets/ga4.ts";
import {olist} from "./presets/olist.ts";
import type {Preset} from "./presets/preset.ts";
import {relatedDigital} from "./presets/related-digital.ts";
import {shopify} from "./presets/shopify.ts";

const presets = {olist, shopify, emarsys, "related-digital": relatedDigital, ga4} satisfies Record<string, Preset>;

/** The exports that are known. */
export type PresetName = keyof typeof presets;

/**
 * The sources of a system's export, as they lie in a folder.
 *
 * @param options.folder relative to the configuration
 * @param options.entities which of them there are; default: all
 */
export function fromPreset(
  name: PresetName,
  {folder, entities}: {folder: string; entities?: readonly string[]},
): Record<string, FileSourceInput> {
  const preset: Preset | undefined = presets[name];
  if (!preset)
    throw new UserError(`unknown preset ${JSON.stringify(name)}; there are ${Object.keys(presets).join(", ")}`);
  const {sources} = preset;
  const unknown = entities?.find((entity) => !(entity in sources));
  if (unknown)
    throw new UserError(`preset ${name} has no ${JSON.stringify(unknown)}; it has ${Object.keys(sources).join(", ")}`);
  return Object.fromEntries(
    Object.entries(sources)
      .filter(([entity]) => !entities || entities.includes(entity))
      .map(([entity, source]) => {
        const paths = [source.path].flat().map((path) => join(folder, path));
        return [entity, {...source, path: paths.length === 1 ? paths[0]! : paths}];
      }),
  );
}
