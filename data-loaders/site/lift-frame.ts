import {handled, resolveLinks} from "./lift-body.ts";

/** What stands around the body of a page: elements of its head, and the header with its links resolved. */
export type Frame = Partial<Record<"head" | "header", string>>;

/** Frames that were taken out, by the path of the page. */
export type Frames = Record<string, Frame>;

/** A part of Framework's configuration: text, or a function of the page. */
type Part = string | ((page: {path: string; title: string; data: object}) => string) | undefined;

const places = {head: '<meta data-head="">', header: '<div data-header=""></div>'};

/** A head with code or files is Framework's, as is a header with anything but links. */
const isOwn = {
  head: (html: string) => !/<script|\s(?:href|src)=(?!"data:)/i.test(html),
  header: (html: string) => !handled.test(html),
};

/**
 * A configuration whose pages have empty elements in the place of head and header: Framework parses both three times a
 * page, though they hold nothing for it. What they would have been is noted in `frames`.
 */
export function liftFrames<T extends {head?: Part; header?: Part}>(config: T, frames: Frames): T {
  const lift =
    (name: "head" | "header"): Part =>
    (page) => {
      const part = config[name];
      const html = typeof part === "function" ? part(page) : (part ?? "");
      if (!html || !isOwn[name](html)) return html;
      frames[page.path] = {...frames[page.path], [name]: name === "header" ? resolveLinks(html, page.path) : html};
      return places[name];
    };
  return {...config, head: lift("head"), header: lift("header")};
}

/** Puts what stands around the body back into the page that Framework made; what the page sets itself stays. */
export function restoreFrame(html: string, frame: Frame = {}): string {
  return (["head", "header"] as const).reduce((text, name) => {
    const i = frame[name] === undefined ? -1 : text.indexOf(places[name]);
    return i < 0 ? text : text.slice(0, i) + frame[name] + text.slice(i + places[name].length);
  }, html);
}
