import {writeFileSync} from "node:fs";
import type {Progress} from "../warehouse/progress.ts";

/** What a run says of itself with `--timings FILE`. */
export interface Timings {
  peakMb: number;
  rows: number;
  /** Seconds by step, in order. */
  stages: Record<string, number>;
}

/** Writes a run's timings, where the user asked for them. */
export function writeTimings(
  file: string | undefined,
  {timings}: Progress,
  rows: number,
  extra: {peakMb?: number; stages?: Record<string, number>} = {},
): void {
  if (!file) return;
  const own = process.resourceUsage().maxRSS / 1024;
  const stages = Object.fromEntries(timings.map(({name, seconds}) => [name, Math.round(seconds * 1000) / 1000]));
  const written: Timings = {peakMb: Math.round(own + (extra.peakMb ?? 0)), rows, stages: {...stages, ...extra.stages}};
  writeFileSync(file, `${JSON.stringify(written)}\n`);
}
