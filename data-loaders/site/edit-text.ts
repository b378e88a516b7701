/** A part of a text and what to put in its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes all edits of a text at once; their positions are those of the original. */
export function apply(text: string, edits: Edit[]): string {
  let result = "";
  let from = 0;
  for (const {start, end, text: replacement} of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
