import {loadConfig} from "../config/load-config.ts";
import {carryModules} from "../load-module.ts";
import {reportFailure} from "./report-failure.ts";

type Load<T> = () => Promise<T>;

/**
 * Commands as a bundle has them.
 *
 * @param modules the configuration, the tables and pages that the bundle holds, by path
 * @returns whether the configuration holds (what is wrong with it the unbundled command tells, which knows the lines)
 */
export async function openProgram(
  config: string,
  modules: Readonly<Record<string, Load<unknown>>>,
  commands: Readonly<Record<string, Load<{default: (args: string[]) => Promise<void>}>>>,
) {
  carryModules(modules);
  const isSound = await loadConfig(config).then(
    () => true,
    () => false,
  );
  const run = async (command: string, args: string[]) => (await commands[command]!()).default(args);
  return {isSound, run: (command: string, args: string[]) => run(command, args).catch(reportFailure)};
}
