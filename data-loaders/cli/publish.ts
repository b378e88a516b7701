import {resolve} from "node:path";
import {publishReleases} from "../releases/publish-releases.ts";
import {UserError} from "../user-error.ts";
import {readArguments} from "./read-arguments.ts";

/** `npm run publish -- --to DIR`: copies releases into the folder that a web server reads, new files first, pointers last. */
export default async function publish(args: string[]): Promise<void> {
  const {from = "releases", to} = readArguments(args, {from: {type: "string"}, to: {type: "string"}});
  if (!to) throw new UserError("name the folder to publish to: --to DIR");
  if (resolve(from) === resolve(to)) throw new UserError(`--to: ${to} is where the releases are`);
  const added = await publishReleases(resolve(from), resolve(to));
  console.error(added.length ? `${to}: new ${added.join(", ")}` : `${to}: no new release; pointers are up to date`);
}
