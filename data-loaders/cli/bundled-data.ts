import {loadConfig} from "../config/load-config.ts";
import {carryModules} from "../load-module.ts";
import data from "./data.ts";
import {reportFailure} from "./report-failure.ts";

/**
 * The command `data` as a bundle has it.
 *
 * @param modules the configuration and the tables that the bundle holds, by path
 * @returns whether the configuration holds (what is wrong with it the unbundled command tells, which knows the lines)
 */
export async function openData(config: string, modules: Readonly<Record<string, () => Promise<unknown>>>) {
  carryModules(modules);
  const isSound = await loadConfig(config).then(
    () => true,
    () => false,
  );
  return {isSound, run: (args: string[]) => data(args).catch(reportFailure)};
}
