import {UserError} from "../user-error.ts";

/**
 * The value of an environment variable.
 *
 * @param about what it should hold and where to get it, for the message
 * @throws UserError where it is not set
 */
export function fromEnvironment(name: string, about: string): string {
  const value = process.env[name];
  if (!value) throw new UserError(`the environment variable ${name} is not set; it names ${about}`);
  return value;
}
