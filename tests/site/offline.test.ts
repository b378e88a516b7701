import {spawnSync} from "node:child_process";
import {cpSync} from "node:fs";
import {join} from "node:path";
import {expect, inject, it} from "vitest";
import {hashFiles} from "./hash-files.ts";
import {build, copyProject} from "./project-copy.ts";
import {tinySite} from "./tiny-site.ts";

const wrapper = ["unshare", "--map-root-user", "--net"];

it("a build from cold caches needs no network", async ({skip}) => {
  const {status, stderr, error} = spawnSync(wrapper[0]!, [...wrapper.slice(1), "true"], {encoding: "utf8"});
  if (status !== 0) {
    const reason = `the network cannot be cut here: ${error?.message ?? stderr.trim()}`;
    console.warn(`SKIPPED, the offline build: ${reason}`);
    skip(reason);
  }
  const tiny = await tinySite();
  const project = copyProject(join(inject("runFolder"), "offline"));
  cpSync(join(tiny.project, ".private"), join(project, ".private"), {recursive: true});
  const {code, stderr: said} = await build(project, [], {wrapper});
  expect({code, said: code ? said : ""}).toEqual({code: 0, said: ""});
  expect(await hashFiles(join(project, "dist/site"))).toEqual(await hashFiles(tiny.site));
}, 240_000);
