import {UserError} from "../user-error.ts";
import {reportFailure} from "./report-failure.ts";

const commands: Record<string, () => Promise<{default: (args: string[]) => Promise<void>}>> = {
  data: () => import("./data.ts"),
  build: () => import("./build.ts"),
  dev: () => import("./dev.ts"),
  report: () => import("./report.ts"),
  release: () => import("./release.ts"),
  diff: () => import("./diff.ts"),
  publish: () => import("./publish.ts"),
  alerts: () => import("./alerts.ts"),
  bench: () => import("./bench.ts"),
  refresh: () => import("./refresh.ts"),
  serve: () => import("./serve.ts"),
};

/** Runs a command; a user's mistake prints its message alone and exits with 1. */
async function main([name = "", ...args]: string[]): Promise<void> {
  const load = commands[name];
  if (!load)
    throw new UserError(`unknown command ${JSON.stringify(name)}; there are ${Object.keys(commands).join(", ")}`);
  await (await load()).default(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
