import {mkdtemp, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {type FrameworkBuild, startFrameworkBuild} from "./framework-build.ts";
import {withLock} from "./lock.ts";
import {copySources, libraryCacheOf} from "./work-folder.ts";

export interface BuilderOptions {
  projectRoot: string;
  log?(line: string): void;
}

/** What a build works with: a folder of its own, and Framework about to start in it. */
export interface Workshop extends Required<BuilderOptions> {
  folder: string;
  libraryCache: string;
  framework: FrameworkBuild;
}

/** Has a site built, which no other run of the project does meanwhile; takes everything away afterwards. */
export async function withWorkshop(
  options: Required<BuilderOptions>,
  run: (workshop: Workshop) => Promise<void>,
): Promise<void> {
  const {projectRoot} = options;
  const builds = join(projectRoot, ".build");
  await withLock(join(builds, "lock"), async () => {
    for (const name of await readdir(builds)) {
      // Left by a build that was killed: under the lock there is no other.
      if (name.startsWith("site-")) await rm(join(builds, name), {recursive: true, force: true});
    }
    const folder = await mkdtemp(join(builds, "site-"));
    try {
      await copySources(join(projectRoot, "src"), join(folder, "src"));
      const libraryCache = libraryCacheOf(projectRoot);
      const framework = startFrameworkBuild({...options, workFolder: folder, libraryCache});
      try {
        await run({...options, folder, libraryCache, framework});
      } finally {
        await framework.stop();
      }
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  });
}
