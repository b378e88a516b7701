/** A coordinate as text, to two decimals: the same drawing gives the same bytes. */
export function px(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Serialised SVG with every longer decimal of its geometry cut to two; what it says stays: 1.204 is a Turkish thousand. */
export function roundDecimals(svg: string): string {
  const round = (text: string) => text.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => px(Number(number)));
  return svg.replace(/<(?:[^>"]|"[^"]*")*>/g, (tag) =>
    tag.replace(/([\w-]+)="([^"]*)"/g, (all, name: string) => (name === "aria-label" ? all : round(all))),
  );
}
