import {sha256} from "./hash-files.ts";
import {renewPolicy} from "./renew-policy.ts";
import {listReferences, rewriteReferences} from "./rewrite-references.ts";

/** Files by their path. */
export type Files = Map<string, Buffer>;

export interface SharedSite {
  /** What the release keeps for itself, by its path in it. */
  own: Files;
  /** What it has in common with others, by its path from the folder of releases: `shared/<hash>/_npm/…`. */
  shared: Files;
}

/** Libraries, WebAssembly and fonts: large, and the same from release to release. */
const isShared = (path: string) => /^(_npm|_observablehq)\//.test(path);

const isText = (path: string) => /\.(html|js|css)$/.test(path);

/**
 * Takes out of a built site what releases share. A shared file lies in a folder named by its content, in which the
 * references to other shared files are; so two releases have the same path exactly where they have the same bytes.
 * Pages lie two folders below the root, `r/<id>/`. Files that import each other in a circle have no such name: they, and
 * what imports them, stay in the release.
 */
export function shareAssets(site: ReadonlyMap<string, Buffer>): SharedSite {
  const shared: Files = new Map();
  /** Where files went; undefined while that is being found out, and for those that stay. */
  const places = new Map<string, string | undefined>();

  const place = (path: string): string | undefined => {
    if (places.has(path)) return places.get(path);
    places.set(path, undefined);
    const original = site.get(path)!;
    let contents = original;
    if (isText(path)) {
      const text = original.toString("utf8");
      const named = listReferences(text, path).filter((name) => isShared(name) && site.has(name) && name !== path);
      const moved = new Map(named.map((name) => [name, place(name)]));
      if ([...moved.values()].includes(undefined)) return undefined;
      contents = Buffer.from(
        rewriteReferences(text, path, toPlace("0".repeat(16), path), moved as Map<string, string>),
      );
    }
    const to = toPlace(sha256(contents).slice(0, 16), path);
    places.set(path, to);
    shared.set(to, contents);
    return to;
  };

  for (const path of [...site.keys()].filter(isShared).sort()) place(path);
  const moved = new Map([...places].flatMap(([path, to]) => (to === undefined ? [] : [[release(path), to]])));
  const own: Files = new Map();
  for (const [path, contents] of site) {
    if (places.get(path) !== undefined) continue;
    own.set(path, isText(path) ? rewrite(path, contents, moved) : contents);
  }
  return {own, shared};
}

const toPlace = (hash: string, path: string) => `shared/${hash}/${path}`;
const release = (path: string) => `r/id/${path}`;

function rewrite(path: string, contents: Buffer, moved: ReadonlyMap<string, string>): Buffer {
  const before = contents.toString("utf8");
  const text = rewriteReferences(before, release(path), release(path), moved);
  if (text === before) return contents;
  return Buffer.from(path.endsWith(".html") ? renewPolicy(text) : text);
}
