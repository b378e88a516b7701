/** A coordinate as text, to two decimals: the same drawing gives the same bytes. */
export function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Serialised SVG with every longer decimal cut to two. */
export function roundDecimals(svg: string): string {
  return svg.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => px(Number(number)));
}
