type Exporter = typeof import("./arrow-export.ts");

let exporter: Promise<Exporter> | undefined;

/**
 * The Arrow exporter. Its library takes a while to load: asked for while the engine is at work on something long, it is
 * there when it is needed, and a run that exports nothing never loads it.
 */
export function loadExporter(): Promise<Exporter> {
  exporter ??= import("./arrow-export.ts");
  return exporter;
}
