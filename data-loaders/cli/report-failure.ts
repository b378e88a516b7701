import {UserError} from "../user-error.ts";

/** Prints why a command failed, and has the process exit with 1; a user's mistake prints its message alone. */
export function reportFailure(error: unknown): void {
  if (error instanceof UserError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "ENOSPC")
    console.error(`the disk is full: ${(error as Error).message}`);
  else console.error(error);
  process.exitCode = 1;
}
