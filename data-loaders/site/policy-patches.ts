import {readFile} from "node:fs/promises";
import type {Plugin} from "esbuild";

interface Patch {
  file: RegExp;
  replacements: [source: string | RegExp, replacement: string][];
}

/** What libraries do that the site's content security policy forbids, and the same without it. */
const patches: Patch[] = [
  {
    // d3-dsv compiles a reader of rows as objects, for csvParse and FileAttachment.csv().
    file: /[\\/]d3-dsv[\\/]dist[\\/]d3-dsv\.mjs$/,
    replacements: [
      [
        /return new Function\("d", "return \{" \+ columns\.map\([\s\S]*?\)\.join\(","\) \+ "\}"\);/,
        'return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));',
      ],
    ],
  },
  {
    // apache-arrow compiles a test for null values, for tableFromJSON and so for arrays that go into DuckDB.
    file: /[\\/]apache-arrow[\\/]builder[\\/]valid\.mjs$/,
    replacements: [
      [
        /let fnBody = '';[\s\S]*?return new Function\(`x`, [^\n]*\n/,
        "const nulls = new Set(nullValues);\nreturn (x) => !nulls.has(x);\n",
      ],
    ],
  },
  {
    // htl marks an event listener by an `onclick="::1"` that it then removes: each one is reported as a violation.
    // Its mark for spread attributes (`::1=''`) serves as well, with the name of the listener as the value.
    file: /[\\/]htl[\\/]dist[\\/]index\.js$/,
    replacements: [
      [
        /if \(\(name === "style" && isObjectLiteral\(value\)\) \|\| typeof value === "function"\) \{/,
        "if (typeof value === 'function') {" +
          "string = string.slice(0, attributeNameStart - strings[j].length) + `::${j}=${name.toLowerCase()}`;" +
          "nodeFilter |= SHOW_ELEMENT; break; }" +
          "if (name === 'style' && isObjectLiteral(value)) {",
      ],
      [
        /(const value = values\[\+name\.slice\(2\)\];\s*removeAttribute\(element, name\), --i, --n;)/,
        "$1 if (typeof value === 'function') { element[currentValue] = value; continue; }",
      ],
    ],
  },
];

/** Applies the patches while bundling, and fails if a new version of a library no longer has what they replace. */
export const policyPatches: Plugin = {
  name: "policy-patches",
  setup({onLoad}) {
    for (const {file, replacements} of patches) {
      onLoad({filter: file}, async ({path}) => {
        let contents = await readFile(path, "utf8");
        for (const [source, replacement] of replacements) {
          const patched = contents.replace(source, replacement);
          if (patched === contents) throw new Error(`${path}: unknown version: cannot replace ${source}`);
          contents = patched;
        }
        return {contents, loader: "js"};
      });
    }
  },
};
