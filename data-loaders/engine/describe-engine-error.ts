/** An engine error's message without its class, the statement, and the advice on options that our users never see. */
export function describeEngineError(error: unknown): string {
  const [first = ""] = (error as Error).message.split("\n\n");
  return first
    .replace(/^(?:[A-Z]\w+ )+Error: /, "")
    .replace(/(?: in FROM clause!)?\s*\n\s*Candidate (?:bindings|functions):[\s\S]*/, "")
    .replace(/\s*\n\s*/g, "; ");
}

/** What to tell where an error, or its cause, comes of a full disk; undefined for other errors. */
export function findFullDisk(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code, dest, path} = error as NodeJS.ErrnoException & {dest?: string};
  if (code !== "ENOSPC" && !/No space left on device|max_temp_directory_size/.test(error.message))
    return findFullDisk(error.cause);
  const file = dest ?? path ?? /file "([^"]+)"/.exec(error.message)?.[1];
  return `the disk is full: ${file ? `cannot write ${file}` : "no space left on device"}`;
}
