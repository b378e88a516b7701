const reasons: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "not a folder",
  EISDIR: "a folder, not a file",
  EEXIST: "something else has that name",
  ELOOP: "a link that leads to itself",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many open files",
  EIO: "the disk cannot be read or written",
};

/** Whether the operating system refused something that the user can mend. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && ((error as NodeJS.ErrnoException).code ?? "") in reasons && "syscall" in error;
}

/** Why the operating system refused, in plain words. */
export function describeSystemError(error: unknown): string {
  return reasons[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message;
}
