/** Where a run says what it does: one line a table; on a terminal the line of a table at work is shown as it starts. */
export interface Progress {
  /** Says that something begins; what comes back is called with what came of it. */
  start(name: string): (detail: string) => void;
  note(line: string): void;
  /** Steps so far with their seconds. */
  timings: {name: string; seconds: number}[];
}

export function reportTo(
  stream: NodeJS.WriteStream | undefined,
  now: () => number = () => performance.now(),
): Progress {
  const timings: Progress["timings"] = [];
  const clear = stream?.isTTY ? "\r\u001b[K" : "";
  return {
    timings,
    start(name) {
      const started = now();
      if (stream?.isTTY) stream.write(`${clear}  ${name} …`);
      return (detail) => {
        const seconds = (now() - started) / 1000;
        timings.push({name, seconds});
        stream?.write(`${clear}  ${name.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s  ${detail}\n`);
      };
    },
    note(line) {
      stream?.write(`${clear}${line}\n`);
    },
  };
}
