/**
 * Gives each command the options that it knows, `--name value` or `--name=value`; an option may go to several, and an
 * unknown one goes to the first, which will complain.
 *
 * @template {string} Command
 * @param {readonly string[]} args
 * @param {Record<Command, readonly string[]>} known option names by command
 * @returns {Record<Command, string[]>}
 */
export function splitOptions(args, known) {
  const commands = /** @type {Command[]} */ (Object.keys(known));
  const split = /** @type {Record<Command, string[]>} */ (Object.fromEntries(commands.map((command) => [command, []])));
  let takers = commands.slice(0, 1);
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name) {
      takers = commands.filter((command) => known[command].includes(name));
      if (takers.length === 0) takers = commands.slice(0, 1);
    }
    for (const command of takers) split[command].push(arg);
  }
  return split;
}
