import {type Markup, markup, raw} from "../markup.ts";
import {px} from "./svg.ts";

export interface SparklinePoint {
  value: number;
  /** Whether the month is incomplete or has too little history: drawn dashed. */
  isTentative: boolean;
}

export interface SparklineOptions {
  label: string;
  /** Zero at the bottom, and the area under the line filled. */
  area?: boolean;
  colour?: string;
}

const width = 100;
const height = 100;

/**
 * A line without axes that stretches to its frame; the last value is a dot. Strokes do not stretch, and the dot is HTML,
 * so that it stays round.
 */
export function sparkline(points: readonly SparklinePoint[], {label, area = false, colour}: SparklineOptions): Markup {
  if (points.length === 0) return markup``;
  const values = points.map((point) => point.value);
  const low = area ? Math.min(0, ...values) : Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (i: number) => (points.length === 1 ? width : (i * width) / (points.length - 1));
  const y = (value: number) => height - ((value - low) * height) / span;
  const at = (i: number) => `${px(x(i))},${px(y(values[i]!))}`;
  const line = (from: number, to: number) =>
    `M${Array.from({length: to - from + 1}, (_, i) => at(from + i)).join("L")}`;

  const firm = points.findIndex((point) => !point.isTentative);
  const start = firm < 0 ? points.length - 1 : firm;
  const last = points.length - 1;
  const end = last > start && points[last]!.isTentative ? last - 1 : last;
  const parts = [
    area ? `<path class="area" d="${line(0, last)}L${width},${px(y(0))}L${px(x(0))},${px(y(0))}Z"/>` : "",
    start > 0 ? `<path class="tentative" d="${line(0, start)}"/>` : "",
    end > start ? `<path d="${line(start, end)}"/>` : "",
    end < last ? `<path class="tentative" d="${line(end, last)}"/>` : "",
  ];
  return markup`<span class="spark" role="img" aria-label="${label}"${colour ? markup` style="--c:${colour}"` : null}><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${raw(parts.join(""))}</svg><i${points[last]!.isTentative ? raw(' class="open"') : null} style="top:${px(y(values[last]!))}%"></i></span>`;
}
