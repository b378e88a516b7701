import {parseArgs} from "node:util";
import {UserError} from "../user-error.ts";

type Options = NonNullable<Parameters<typeof parseArgs>[0]>["options"];

/**
 * Reads a command's options.
 *
 * @throws UserError for an option that the command does not have, or that lacks its value
 */
export function readArguments<T extends NonNullable<Options>>(args: string[], options: T) {
  try {
    return parseArgs({args, options, allowPositionals: false}).values;
  } catch (error) {
    throw new UserError((error as Error).message.split(". ")[0]!.replace(/^[A-Z]/, (letter) => letter.toLowerCase()));
  }
}
