import {existsSync} from "node:fs";
import {mkdtemp, rename, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {delimiter, dirname, join} from "node:path";
import {inflate} from "@sparticuz/chromium";
import {chromium, type LaunchOptions} from "playwright-core";
import {UserError} from "../../user-error.ts";

export interface FindOptions {
  env?: NodeJS.ProcessEnv;
  /** Says how to launch the browser that the package brings, and its name for messages. */
  packaged?: () => Promise<LaunchOptions>;
}

/**
 * Finds a Chromium that starts: `CHROMIUM_PATH`, the system's, the one that @sparticuz/chromium brings.
 *
 * @throws UserError that says why none starts
 */
export async function findChromium(options: FindOptions = {}): Promise<LaunchOptions> {
  const {env = process.env, packaged = packagedChromium} = options;
  const failures: string[] = [];
  const system = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : listSystemBrowsers(env.PATH);
  for (const executablePath of system) {
    const failure = await tryLaunch({executablePath});
    if (!failure) return {executablePath};
    failures.push(`${executablePath}: ${failure}`);
  }
  if (!env.CHROMIUM_PATH) {
    try {
      const launch = await packaged();
      const failure = await tryLaunch(launch);
      if (!failure) return launch;
      failures.push(`@sparticuz/chromium: ${failure}`);
    } catch (error) {
      failures.push(`@sparticuz/chromium: ${(error as Error).message}`);
    }
  }
  throw new UserError(`no Chromium starts; install one, or name it with CHROMIUM_PATH\n${failures.join("\n")}`);
}

function listSystemBrowsers(path = ""): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
  const onPath = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    .filter((file) => existsSync(file))
    .slice(0, 1);
}

/** Unpacks the browser below node_modules, once; a folder appears whole, so that tests may ask at the same time. */
export async function packagedChromium(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("it is for Linux on x64 alone");
  const bin = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../bin");
  const folder = join(bin, "unpacked");
  if (!existsSync(folder)) {
    const draft = await mkdtemp(join(bin, "draft-"));
    const {TMPDIR} = process.env;
    process.env.TMPDIR = draft; // inflate() unpacks to the system's temporary folder
    const unpacked = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((file) =>
      inflate(join(bin, file)),
    );
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    await Promise.all(unpacked);
    await writeFile(join(draft, "fonts.conf"), fontConfiguration(folder));
    await rename(draft, folder).catch(() => rm(draft, {recursive: true})); // another was faster
  }
  return {
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--headless=shell"],
    // Libraries (NSS) for systems that have none.
    env: {...process.env, LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_FILE: join(folder, "fonts.conf")},
  };
}

/** The system's fonts, and one for systems that have none; the package's own file holds a fixed path. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

async function tryLaunch(options: LaunchOptions): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({...options, timeout: 30_000});
    await browser.close();
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n").slice(0, 3).join(" ");
  }
}
