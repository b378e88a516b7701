import type {SourceInput} from "../../../../data-loaders/config/source-schema.ts";

/** Sources that the configuration refuses, before anything is read. */
export const configCases: {name: string; sources: unknown; says: string}[] = [
  {name: "no order lines", sources: {customers: {kind: "csv", path: "x"}}, says: "sources.order_lines: missing"},
  {name: "an entity that is none", sources: of({}, "order_line"), says: "sources.order_line: unknown option"},
  {name: "an adapter that is none", sources: of({kind: "sap"}), says: "sources.order_lines.kind: "},
  {
    name: "an option that is none",
    sources: of({seperator: ";"}),
    says: "sources.order_lines.seperator: unknown option",
  },
  {name: "no path", sources: {order_lines: {kind: "csv"}}, says: "sources.order_lines.path: "},
  {name: "an empty path", sources: of({path: ""}), says: "sources.order_lines.path: "},
  {name: "an empty list of paths", sources: of({path: []}), says: "sources.order_lines.path: "},
  {
    name: "a field that is none",
    sources: of({map: {order_id: "a", amount: "b", total: "c"}}),
    says: "sources.order_lines.map.total: unknown field; order_lines has order_id, ",
  },
  {
    name: "a map without a required field",
    sources: of({map: {order_id: "a"}}),
    says: "sources.order_lines.map.amount: missing: every row needs it",
  },
  {
    name: "an empty expression",
    sources: of({map: {order_id: "", amount: "b"}}),
    says: "sources.order_lines.map.order_id: ",
  },
  {
    name: "a type of columns that is none",
    sources: of({columns: {amount: "money"}}),
    says: "sources.order_lines.columns.amount: ",
  },
  {name: "a delimiter of two characters", sources: of({delimiter: "||"}), says: "sources.order_lines.delimiter: "},
  {name: "an encoding that is none", sources: of({encoding: "cp857"}), says: "sources.order_lines.encoding: "},
  {
    name: "a decimal separator that is none",
    sources: of({decimalSeparator: "'"}),
    says: "sources.order_lines.decimalSeparator: ",
  },
  {
    name: "JSON without the keys that are read",
    sources: of({kind: "json", columns: {}}),
    says: "sources.order_lines.columns: name the keys that are read",
  },
  {
    name: "a row of names before the first",
    sources: of({kind: "xlsx", headerRow: 0}),
    says: "sources.order_lines.headerRow: ",
  },
  {
    name: "a connection in place of the variable that holds it",
    sources: bare({kind: "postgres", connection: "postgres://shop:geheim@host/x", table: "t"}),
    says: "sources.order_lines.connection: expected the name of an environment variable, never the connection itself",
  },
  {
    name: "a table and a query",
    sources: bare({kind: "postgres", connection: "X", table: "t", query: "SELECT 1"}),
    says: "sources.order_lines: name either a table or a query",
  },
  {
    name: "neither a table nor a query",
    sources: bare({kind: "postgres", connection: "X"}),
    says: "sources.order_lines: name either a table or a query",
  },
  {
    name: "an address that is none",
    sources: bare({kind: "api", url: "shop", columns: {a: "text"}}),
    says: "sources.order_lines.url: ",
  },
  {
    name: "an address of another protocol",
    sources: bare({kind: "api", url: "ftp://shop/x", columns: {a: "text"}}),
    says: "sources.order_lines.url: ",
  },
  {
    name: "an address with a password",
    sources: bare({kind: "api", url: "https://shop:geheim@host/x", columns: {a: "text"}}),
    says: "sources.order_lines.url: expected no name and password in it",
  },
  {
    name: "paging by nothing",
    sources: bare({kind: "api", url: "https://shop/x", columns: {a: "text"}, paging: {}}),
    says: "sources.order_lines.paging",
  },
  {
    name: "a header whose value stands in the file",
    sources: bare({
      kind: "api",
      url: "https://shop/x",
      columns: {a: "text"},
      headers: {authorization: "Bearer geheim"},
    }),
    says: "sources.order_lines.headers.authorization: ",
  },
];

function bare(source: unknown) {
  return {order_lines: source};
}

function of(options: object, entity = "order_lines") {
  return {[entity]: {kind: "csv", path: "orders.csv", ...options} as SourceInput};
}
