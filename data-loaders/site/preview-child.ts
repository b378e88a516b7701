// Runs Framework's preview server; started by preview.ts in the project's folder, and ends with its parent.
import type {AddressInfo} from "node:net";
import {skimLibraries} from "./library-imports.ts";
import {forbidNetwork} from "./offline.ts";
import type {PreviewAnswer} from "./preview.ts";
import {shareWindow} from "./share-window.ts";
import {readVendored} from "./vendored.ts";

const [hostname = "127.0.0.1", port] = process.argv.slice(2);

process.once("disconnect", () => process.exit());
process.once("uncaughtException", (error) => {
  console.error(error.message);
  process.send?.({error: `the preview server cannot run: ${error.message}`}, () => process.exit(1));
});

forbidNetwork();
shareWindow();
const {preview} = await import("@observablehq/framework/dist/preview.js");
await skimLibraries(readVendored("src/.observablehq/cache")!.imports);
const {server} = await preview({
  config: "observablehq.config.ts",
  hostname,
  ...(port ? {port: Number(port)} : {}),
  open: false,
  verbose: false,
});
const answer: PreviewAnswer = {port: (server.address() as AddressInfo).port};
process.send?.(answer);
