export type Yaml = string | Yaml[] | {[key: string]: Yaml};

interface Line {
  indent: number;
  text: string;
}

/** Reads the part of YAML that the workflows are written in: maps, lists and block texts; `{…}` and `[…]` stay texts. */
export function readYaml(source: string): Yaml {
  const lines = source
    .split("\n")
    .filter((line) => line.trim() && !line.trimStart().startsWith("#"))
    .map((line): Line => ({indent: line.search(/\S/), text: line.trim()}));
  return readBlock(lines);
}

function readBlock(lines: Line[]): Yaml {
  const first = lines[0]!;
  if (first.text.startsWith("- ")) {
    const items: Yaml[] = [];
    for (const group of split(lines)) {
      const [{indent, text}, ...rest] = group as [Line, ...Line[]];
      items.push(readValue({indent: indent + 2, text: text.slice(2)}, rest));
    }
    return items;
  }
  const map: {[key: string]: Yaml} = {};
  for (const [head, ...rest] of split(lines) as [Line, ...Line[]][]) {
    const [, key, value] = /^([\w-]+):(?: (.*))?$/.exec(head.text) ?? [];
    if (!key) throw new Error(`not a key: ${head.text}`);
    map[key] = value ? readText(value, rest) : rest.length ? readBlock(rest) : "";
  }
  return map;
}

/** An item of a list: a map whose first key stands beside the dash, or a text. */
function readValue(first: Line, rest: Line[]): Yaml {
  return /^[\w-]+:( |$)/.test(first.text) ? readBlock([first, ...rest]) : readText(first.text, rest);
}

function readText(text: string, rest: Line[]): string {
  const shallowest = Math.min(...rest.map(({indent}) => indent));
  const block = rest.map(({indent, text}) => " ".repeat(indent - shallowest) + text);
  if (text === "|") return `${block.join("\n")}\n`;
  if (text === ">-") return block.join(" ");
  if (rest.length) throw new Error(`not understood: ${text}`);
  return text.replace(/\s+#.*$/, "").replace(/^"(.*)"$/, "$1");
}

/** The lines of a block, by its entries. */
function split(lines: Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines)
    if (line.indent === lines[0]!.indent) groups.push([line]);
    else groups.at(-1)!.push(line);
  return groups;
}
