import {readFileSync} from "node:fs";

/**
 * Returns when the process started, in the kernel's own terms, "ended" if only its entry is left, or null where the
 * kernel does not tell.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command in parentheses may contain anything, so count from its end: state is field 3, starttime field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : (fields[19] ?? null);
  } catch {
    return null;
  }
}
