// Who may import what: engine ← sources ← staging ← models ← published ← pages, and nothing points back.
// tests/project/boundaries.test.ts plants a breach of every rule.

const base = "^data-loaders/(config/|entities/|(user-error|system-error|project|load-module)\\.ts$)";
const ours = "^(data-loaders|src|docs|tests|observablehq\\.config\\.ts)";
const loaders = "^src/.+\\.(arrow|md|json|csv|tsv|txt|svg|html)\\.ts$";

/** A folder may import itself and the places named, nothing else of ours. */
function mayImport(name, from, comment, ...places) {
  return {name, comment, severity: "error", from: {path: from}, to: {path: ours, pathNot: [from, ...places]}};
}

module.exports = {
  forbidden: [
    mayImport("stats-are-pure", "^data-loaders/stats/", "statistics are functions of their arguments"),
    mayImport(
      "identity-is-given-accounts",
      "^data-loaders/identity/",
      "who is who is a function of accounts and identifiers",
      base,
    ),
    mayImport(
      "alerts-are-given-facts",
      "^data-loaders/alerts/",
      "alerts are a function of figures and rules",
      base,
      "^data-loaders/stats/",
      "^data-loaders/warehouse/warehouse\\.ts$",
    ),
    mayImport(
      "quality-is-given-sources",
      "^data-loaders/quality/",
      "quality is counted in sources that lie in the store",
      base,
      "^data-loaders/stats/",
      "^data-loaders/sources/mapping-sql\\.ts$",
      "^data-loaders/engine/",
      "^data-loaders/warehouse/model\\.ts$",
    ),
    mayImport("engine-knows-no-table", "^data-loaders/engine/", "the engine runs what it is given", base),
    mayImport("base-stands-alone", base, "configuration and entities know nobody"),
    mayImport(
      "sources-read-the-world",
      "^data-loaders/sources/",
      "sources know the configuration, the entities, the engine, and seeded chance",
      base,
      "^data-loaders/stats/random/",
      "^data-loaders/engine/",
    ),
    {
      name: "sources-are-given-an-engine",
      comment: "the warehouse opens the engine; a source takes its type",
      severity: "error",
      from: {path: "^data-loaders/sources/"},
      to: {path: "^data-loaders/engine/duckdb\\.ts$", dependencyTypesNot: ["type-only"]},
    },
    mayImport(
      "warehouse-knows-no-site",
      "^data-loaders/warehouse/",
      "the warehouse finds models by their files, and serves whoever asks",
      base,
      "^data-loaders/(engine|sources|stats)/",
    ),
    mayImport(
      "models-compute",
      "^data-loaders/models/",
      "a model declares itself and calls pure functions",
      base,
      "^data-loaders/(stats|identity|quality)/",
      "^data-loaders/warehouse/(model|months)\\.ts$",
    ),
    mayImport("site-knows-no-data", "^data-loaders/site/", "the site's pipeline is given files", base),
    mayImport(
      "privacy-looks-at-both-sides",
      "^data-loaders/privacy/",
      "the scan is given a site and what is private",
      base,
      "^data-loaders/identity/normalize-phone\\.ts$",
      "^data-loaders/site/(html-tags|list-files)\\.ts$",
      "^data-loaders/engine/",
    ),
    mayImport(
      "releases-are-given-a-site",
      "^data-loaders/releases/",
      "releases know what was built and published, not how",
      base,
      "^data-loaders/site/",
      "^data-loaders/warehouse/(manifest|fingerprint)\\.ts$",
    ),
    mayImport(
      "published-is-the-door",
      "^data-loaders/published\\.ts$",
      "what loaders may see of the private side",
      base,
      "^data-loaders/(engine|stats|warehouse)/",
    ),
    mayImport(
      "shop-config-declares",
      "^data-loaders/shop\\.config\\.ts$",
      "a shop's file names sources and options",
      base,
      "^data-loaders/sources/",
    ),
    mayImport(
      "loaders-use-the-door",
      loaders,
      "a loader under src/ imports published.ts and components",
      "^data-loaders/published\\.ts$",
      "^src/components/",
    ),
    {
      name: "browser-takes-types",
      comment: "what runs in a browser holds no private code",
      severity: "error",
      from: {path: "^src/", pathNot: [loaders]},
      to: {path: "^data-loaders/", dependencyTypesNot: ["type-only"]},
    },
    {
      name: "browser-has-no-node",
      comment:
        "components are drawn in browsers too; only build-document.ts and build-reports.ts are for the build alone",
      severity: "error",
      from: {path: "^src/components/", pathNot: ["^src/components/build-(document|reports)\\.ts$"]},
      to: {dependencyTypes: ["core"], dependencyTypesNot: ["type-only"]},
    },
    {
      name: "only-commands-use-commands",
      comment: "a library that imports a command has its arrow the wrong way round",
      severity: "error",
      from: {path: "^(data-loaders|src)/", pathNot: ["^data-loaders/cli/"]},
      to: {path: "^data-loaders/cli/"},
    },
    {
      name: "private-side-draws-nothing",
      comment: "only a command may put components and data together",
      severity: "error",
      from: {path: "^data-loaders/", pathNot: ["^data-loaders/cli/"]},
      to: {path: "^src/"},
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: {pathNot: ["^tests/"]},
      to: {path: "^tests/"},
    },
    {
      name: "no-development-dependencies",
      comment: "what the program runs on is in `dependencies`",
      severity: "error",
      from: {path: "^(data-loaders|src)/", pathNot: ["^data-loaders/cli/[^/]+\\.mjs$"]},
      to: {dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"]},
    },
    {
      name: "no-cycles",
      comment: "cycles of types alone are erased, and do no harm",
      severity: "error",
      from: {},
      to: {circular: true, viaOnly: {dependencyTypesNot: ["type-only"]}},
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: {couldNotResolve: true, pathNot: ["^npm:"]},
    },
  ],
  options: {
    doNotFollow: {path: ["node_modules"]},
    exclude: {path: ["^src/\\.observablehq/", "^(dist|\\.build|\\.private)/"]},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
