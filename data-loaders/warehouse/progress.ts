/** Where a run says what it does: one line a table; on a terminal the line of the table at work is shown as it starts. */
export interface Progress {
  start(name: string): void;
  end(detail: string): void;
  note(line: string): void;
  /** Steps so far with their seconds. */
  timings: {name: string; seconds: number; cpuSeconds: number}[];
}

export function reportTo(
  stream: NodeJS.WriteStream | undefined,
  now: () => number = () => performance.now(),
): Progress {
  const timings: Progress["timings"] = [];
  let cpu = process.cpuUsage();
  let current = "";
  let started = 0;
  return {
    timings,
    start(name) {
      current = name;
      started = now();
      cpu = process.cpuUsage();
      if (stream?.isTTY) stream.write(`  ${name} …`);
    },
    end(detail) {
      const seconds = (now() - started) / 1000;
      const {user, system} = process.cpuUsage(cpu);
      timings.push({name: current, seconds, cpuSeconds: (user + system) / 1e6});
      stream?.write(
        `${stream.isTTY ? "\r\u001b[K" : ""}  ${current.padEnd(36)} ${seconds.toFixed(2).padStart(6)} s  ${process.env.MUDAVIM_CPU ? timings.at(-1)!.cpuSeconds.toFixed(2) + " @" + (performance.now() / 1000).toFixed(2) : ""} ${detail}\n`,
      );
    },
    note(line) {
      stream?.write(`${line}\n`);
    },
  };
}
