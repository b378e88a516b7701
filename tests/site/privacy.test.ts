import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, inject, it} from "vitest";
import {listFiles} from "../../data-loaders/site/list-files.ts";
import {canaries, canaryFiles, canarySources} from "../data-loaders/privacy/canaries.ts";
import {hashFiles} from "./hash-files.ts";
import {copyProject, readText, runCommand, shareLibraries} from "./project-copy.ts";
import {tinySite} from "./tiny-site.ts";

let project: string;
let built: Record<string, string>;

const environment = {SHOP_TOKEN: "canary-7c1f9a"};
const build = (args: string[] = []) =>
  runCommand(project, ["build", "--config", "canary.config.ts", "--out", "dist/site", ...args], {env: environment});

beforeAll(async () => {
  const tiny = await tinySite();
  project = copyProject(join(inject("runFolder"), "privacy"), tiny.project);
  await shareLibraries(tiny.project, project);
  for (const [name, text] of Object.entries(canaryFiles())) writeFileSync(join(project, name), text);
  const sources = Object.entries(canarySources).map(([entity, path]) => `${entity}: csv({path: "${path}"})`);
  writeFileSync(
    join(project, "canary.config.ts"),
    `import {defineConfig} from "./data-loaders/config/define-config.ts";
import {csv} from "./data-loaders/sources/csv.ts";
export default defineConfig({name: "Kanarya", languages: ["en"], privacy: {minCustomers: 1}, sources: {${sources.join(", ")}}});
`,
  );
  const {code, stderr} = await build();
  expect({code, stderr: code ? stderr : ""}).toEqual({code: 0, stderr: ""});
  built = await hashFiles(join(project, "dist/site"));
}, 240_000);

it("a site built from somebody's data holds none of it", async () => {
  const site = join(project, "dist/site");
  const files = (await listFiles(site)).filter((file) => !file.startsWith("_npm/"));
  expect(files.length).toBeGreaterThan(30);
  const values = [...Object.values(canaries), ...Object.values(environment), "Işıltılıkanarya", "5324176093"];
  for (const file of files) {
    const bytes = readFileSync(join(site, file));
    expect([file, values.filter((value) => bytes.includes(value))]).toEqual([file, []]);
  }
});

it("a page that shows it, and a table with a column of it, end the build, which names rule and file; the old site stays", async () => {
  const edit = (path: string, change: (source: string) => string) => {
    const file = join(project, path);
    const source = readText(file);
    writeFileSync(file, change(source));
    expect(readText(file)).not.toBe(source);
  };
  const {customer, email, phone, name, card} = canaries;
  const leak = `<p>${[customer, email, phone, name, card, environment.SHOP_TOKEN, "4111 1111 1111 1111"].join("</p><p>")}</p>`;
  edit("src/[lang]/segments.md.ts", (source) =>
    source.replace(/\n {2}return (.*);\n/, `\n  return (${"$1"}) + ${JSON.stringify(leak)};\n`),
  );
  edit("src/data/customer-cube.arrow.sql", (source) =>
    source
      .replace("-- columns:\n", "-- columns:\n--   customer_id  text?  leaks\n--   note  text?  leaks\n")
      .replace(
        "\nSELECT ",
        `\nSELECT 'x' AS customer_id, (SELECT max(customer_id) FROM persons WHERE customer_id = '${canaries.digits}') AS note, `,
      ),
  );
  const {code, stderr} = await build();
  expect(code).toBe(1);
  for (const rule of [
    "e-mail address: n…e (28 characters)",
    "phone number: 0…3 (14 characters)",
    "card number: 4…1 (19 characters)",
    "value of SHOP_TOKEN",
    "value of customers.customer_id: M…0 (9 characters)",
    "value of customers.first_name, last_name: n…a (22 characters)",
    "value of orders.card_token: t…1 (12 characters)",
  ])
    expect(stderr).toContain(`en/segments.html: ${rule}`);
  const table = /_file\/data\/customer-cube\.[\da-f]{8}\.arrow/.exec(stderr)?.[0];
  expect(stderr).toContain(`${table}: private column customer_id`);
  expect(stderr).toContain(`${table}: value of customers.customer_id: 4…2 (7 characters)`);
  expect(stderr).not.toMatch(/^ +at /m);
  for (const value of [customer, email, phone, environment.SHOP_TOKEN]) expect(stderr).not.toContain(value);
  expect(await hashFiles(join(project, "dist/site"))).toEqual(built);
  expect(readdirSync(join(project, ".build"))).toEqual([]);
}, 240_000);
