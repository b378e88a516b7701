import {escapeText} from "./escape.ts";

/** A piece of HTML that is safe to put into other HTML as it is. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** Marks a string as HTML. For constants and for the output of trusted code, never for data. */
export function raw(html: string): Markup {
  return new Markup(html);
}

/** A template tag for HTML: whatever is interpolated is escaped, except other markup; lists are joined, null is nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let html = strings[0]!;
  for (let i = 0; i < values.length; ++i) html += render(values[i]) + strings[i + 1]!;
  return new Markup(html);
}

function render(value: Content): string {
  if (value == null || value === false) return "";
  if (value instanceof Markup) return value.html;
  if (typeof value === "string" || typeof value === "number") return escapeText(value);
  return value.map(render).join("");
}
