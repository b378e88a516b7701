/** Where a run says what it does: one line a table; on a terminal the line of the table at work is shown as it starts. */
export interface Progress {
  start(name: string): void;
  end(detail: string): void;
  note(line: string): void;
  /** Steps so far with their seconds. */
  timings: {name: string; seconds: number}[];
}

export function reportTo(
  stream: NodeJS.WriteStream | undefined,
  now: () => number = () => performance.now(),
): Progress {
  const timings: Progress["timings"] = [];
  let current = "";
  let started = 0;
  return {
    timings,
    start(name) {
      current = name;
      started = now();
      if (stream?.isTTY) stream.write(`  ${name} …`);
    },
    end(detail) {
      const seconds = (now() - started) / 1000;
      timings.push({name: current, seconds});
      const clear = stream?.isTTY ? "\r\u001b[K" : "";
      stream?.write(`${clear}  ${current.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s  ${detail}\n`);
    },
    note(line) {
      stream?.write(`${line}\n`);
    },
  };
}
