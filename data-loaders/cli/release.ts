import {join, resolve} from "node:path";
import {pin, prune, rollBack} from "../releases/change-releases.ts";
import {verifyReleases} from "../releases/verify-releases.ts";
import {UserError} from "../user-error.ts";
import {makeRelease} from "./make-release.ts";
import {readArguments, readNamesAndOptions} from "./read-arguments.ts";

const usage = "release [--config FILE] [--to DIR], release verify DIR, rollback ID, prune --keep N, pin ID, unpin ID";

/**
 * `npm run release -- --config FILE --to DIR`: data, site and checks, then an immutable release in a folder of releases.
 * `release verify DIR` reads all of it again; `rollback ID`, `prune --keep N`, `pin ID` and `unpin ID` change what is led to
 * and what is kept.
 */
export default async function release(args: string[]): Promise<void> {
  const verb = args[0]?.startsWith("-") === false ? args[0] : undefined;
  if (verb === undefined) {
    const {to = "releases", ...options} = readArguments(args, {
      config: {type: "string"},
      to: {type: "string"},
      private: {type: "string"},
      base: {type: "string"},
      timings: {type: "string"},
    });
    return makeRelease(resolve(to), options);
  }
  const known = verbs[verb];
  if (!known) throw new UserError(`release: unknown command ${JSON.stringify(verb)}; there are ${usage}`);
  return known(args.slice(1));
}

const verbs: Record<string, (args: string[]) => Promise<void>> = {
  async verify(args) {
    const {to, names} = readNames(args, 0, 1);
    const root = resolve(names[0] ?? to);
    const {releases, files, problems} = await verifyReleases(root);
    for (const problem of problems) console.log(problem);
    console.error(`${root}: ${releases} releases, ${files} files, ${problems.length || "no"} differences`);
    if (problems.length) process.exitCode = 1;
  },
  async rollback(args) {
    const {to, names} = readNames(args, 1, 1);
    await rollBack(resolve(to), names[0]!);
    console.error(`${join(to, "latest")} leads to ${names[0]}`);
  },
  async prune(args) {
    const {to, keep} = readNames(args, 0, 0);
    if (!/^\d+$/.test(keep ?? "")) throw new UserError(`--keep: expected a number, got ${JSON.stringify(keep)}`);
    const gone = await prune(resolve(to), Number(keep));
    console.error(gone.length ? `removed ${gone.join(", ")}` : "nothing to remove");
  },
  async pin(args) {
    const {to, names} = readNames(args, 1, 1);
    await pin(resolve(to), names[0]!, true);
    console.error(`${names[0]} stays`);
  },
  async unpin(args) {
    const {to, names} = readNames(args, 1, 1);
    await pin(resolve(to), names[0]!, false);
    console.error(`${names[0]} may be pruned`);
  },
};

function readNames(args: string[], least: number, most: number) {
  const {values, positionals: names} = readNamesAndOptions(args, {to: {type: "string"}, keep: {type: "string"}});
  if (names.length < least || names.length > most) throw new UserError(`release: expected ${usage}`);
  return {to: values.to ?? "releases", keep: values.keep, names};
}
