import {parseArgs} from "node:util";
import {UserError} from "../user-error.ts";

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

/**
 * Reads a command's options.
 *
 * @throws UserError for an option that the command does not have, or that lacks its value
 */
export function readArguments<T extends Options>(args: string[], options: T) {
  return naming(() => parseArgs({args, options, allowPositionals: false})).values;
}

/** The same for a command that also takes names: `values` and, in their order, `positionals`. */
export function readNamesAndOptions<T extends Options>(args: string[], options: T) {
  return naming(() => parseArgs({args, options, allowPositionals: true}));
}

function naming<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UserError((error as Error).message.split(". ")[0]!.replace(/^[A-Z]/, (letter) => letter.toLowerCase()));
  }
}
