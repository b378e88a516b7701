import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../data-loaders/project.ts";

const folder = join(projectRoot, "docs/examples/ci");
const {scripts} = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** Commands of this project in a workflow: `npm [options] run [--silent] name -- arguments`. */
function listCommands(text: string) {
  return Array.from(text.matchAll(/\bnpm(?: --prefix \S+)? run(?: --silent)? ([a-z:]+)(?: -- (.*))?$/gm), (match) => ({
    name: match[1]!,
    options: [...(match[2] ?? "").matchAll(/(?<=\s|^)--([a-z-]+)/g)].map(([, option]) => option!),
  }));
}

describe.each(readdirSync(folder))("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const commands = listCommands(text);

  it("runs commands and options that there are", () => {
    expect(commands.length).toBeGreaterThan(1);
    for (const {name, options} of commands) {
      expect(Object.keys(scripts)).toContain(name);
      const source = readFileSync(join(projectRoot, `data-loaders/cli/${name}.ts`), "utf8");
      for (const option of options) expect(source, `${name} --${option}`).toMatch(new RegExp(`\\b${option}: \\{`));
    }
  });

  it("keeps what is private out of what readers see", () => {
    expect(text).not.toMatch(/publish\b.*\.private|\.private.*(?:"\$SITE"|artifacts|upload)/);
    if (file.includes("monthly")) expect(text).toContain(".private/state");
  });
});
