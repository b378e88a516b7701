/**
 * A mistake in what the user gave (configuration, file, row, command line): its message is all that is printed, never a
 * stack. Everything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  override name = "UserError";
}

/** The first ten problems, one a line, and how many more there are. */
export function listProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, 10).join("\n");
  return problems.length > 10 ? `${shown}\n… and ${problems.length - 10} more` : shown;
}
