import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {frameworkRequire} from "./framework-require.ts";
import {listFiles} from "./list-files.ts";

/** A node of a syntax tree, as acorn makes them. */
interface Node {
  type: string;
  start: number;
  end: number;
  [property: string]: unknown;
}

/** The import statements of each library, as a syntax tree of nothing else, by the SHA-256 of its text. */
export type LibraryImports = Record<string, Node>;

interface Acorn {
  Parser: {parse(input: string, options: object): Node};
}

// Framework imports acorn's ES module, which is another instance than the one that `require` gives.
const loadAcorn = () =>
  import(pathToFileURL(join(dirname(frameworkRequire.resolve("acorn")), "acorn.mjs")).href) as Promise<Acorn>;

/** Parses every script in a folder, and keeps of each what it imports. */
export async function findLibraryImports(folder: string): Promise<LibraryImports> {
  const {Parser} = await loadAcorn();
  const found: LibraryImports = {};
  for (const file of await listFiles(folder)) {
    if (!file.endsWith(".js")) continue;
    const source = await readFile(join(folder, file), "utf8");
    const program = Parser.parse(source, {ecmaVersion: 13, sourceType: "module"});
    const body: Node[] = [];
    collect(program, body);
    found[hash(source)] = {type: "Program", start: 0, end: source.length, sourceType: "module", body};
  }
  return found;
}

/**
 * Gives Framework these trees in place of parsing: it parses 2.9 MB of libraries three times in a build, and looks for
 * nothing in them but what they import.
 */
export async function skimLibraries(imports: LibraryImports): Promise<void> {
  const {Parser} = await loadAcorn();
  const {parse} = Parser;
  Parser.parse = function (input, options) {
    return (this === Parser && imports[hash(input)]) || parse.call(this, input, options);
  };
}

const importing = new Set(["ImportDeclaration", "ImportExpression", "ExportAllDeclaration", "ExportNamedDeclaration"]);

function collect(node: Node, body: Node[]): void {
  if (importing.has(node.type) && node.source) {
    const {type, start, end, source} = node;
    if (type === "ImportExpression")
      body.push({type: "ExpressionStatement", start, end, expression: {type, start, end, source}});
    else body.push({type, start, end, source, specifiers: []});
    return;
  }
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) collect(item, body);
    } else if (isNode(value)) collect(value, body);
  }
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
