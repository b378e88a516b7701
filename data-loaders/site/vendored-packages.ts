/** A library that a page may load, bundled from node_modules into Framework's cache. */
export interface VendoredPackage {
  name: string;
  /** Other bundles import this one instead of carrying a copy (default true). */
  shared?: boolean;
  /** Files copied below the package: WebAssembly is packed, workers learn to unpack it, all else stays as it is. */
  assets?: string[];
}

/** What `npm:` specifiers and Framework's implicit names (Plot, d3, Inputs, sql, aq, Arrow, html …) may resolve to. */
export const vendoredPackages: VendoredPackage[] = [
  {name: "@observablehq/plot"},
  {name: "apache-arrow"},
  {name: "arquero"},
  {name: "d3"},
  // Only FileAttachment.csv() asks for it: 3 KB of its own cost less than the whole of d3.
  {name: "d3-dsv", shared: false},
  {name: "d3-sankey"},
  {
    name: "@duckdb/duckdb-wasm",
    assets: [
      "dist/duckdb-mvp.wasm",
      "dist/duckdb-browser-mvp.worker.js",
      "dist/duckdb-eh.wasm",
      "dist/duckdb-browser-eh.worker.js",
    ],
  },
  {name: "htl"},
  {name: "isoformat"},
];

/**
 * Libraries that Framework's client names without loading them. An empty version folder is enough to keep Framework
 * from asking a registry for their version; a page that does use one fails with the name of this file.
 */
export const absentPackages = [
  "@observablehq/sample-datasets",
  "echarts",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];
