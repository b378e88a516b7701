import {contentPolicy} from "../site/content-policy.ts";
import {hostFiles} from "../site/host-files.ts";
import {escapeHtml} from "../site/html-tags.ts";
import {staticPage} from "../site/static-page.ts";
import {updateFile} from "./place-file.ts";
import {formatIndex, indexFile, type ReleaseIndex} from "./release-index.ts";

/**
 * The few files of a folder of releases that change: what leads a reader to the newest release. All follow from the
 * index, so a run that was killed between two of them is mended by the next one.
 *
 * @returns texts by path, the index first: it alone decides what is published
 */
export function listPointers(index: ReleaseIndex): Map<string, string> {
  const text = formatIndex(index);
  const pointers = new Map([
    [indexFile, text],
    ["latest/releases.json", text],
  ]);
  if (index.latest !== null) {
    const {latest, title, basePath} = index;
    pointers.set("latest/index.html", turnPage(title, latest, `../r/${latest}/index.html`));
    pointers.set("index.html", turnPage(title, latest, `r/${latest}/index.html`));
    pointers.set("404.html", missingPage(title, `${basePath}latest/index.html`));
  }
  const policies = [contentPolicy(""), ...index.releases.map(({policy}) => policy)];
  const hosts = hostFiles(policies, index.basePath, ["r", "shared"]);
  for (const [path, contents] of Object.entries(hosts)) pointers.set(path, contents);
  // Hosts that make sites of their own out of what they are given leave out names that begin with an underscore.
  pointers.set(".nojekyll", "");
  return pointers;
}

/** Writes the pointers that differ from what an index says. */
export async function writePointers(root: string, index: ReleaseIndex): Promise<void> {
  for (const [path, text] of listPointers(index)) await updateFile(root, path, text);
}

/** A page that turns to a release at once, without a script. */
function turnPage(title: string, id: string, address: string): string {
  return staticPage(
    title,
    "en",
    [`<meta http-equiv="refresh" content="0; url=${escapeHtml(address)}">`],
    `<p><a href="${escapeHtml(address)}">${escapeHtml(id)}</a></p>`,
  );
}

/** The page for an address that leads nowhere; it is served at any depth. */
function missingPage(title: string, address: string): string {
  const link = (text: string) => `<a href="${escapeHtml(address)}">${text}</a>`;
  return staticPage(
    title,
    "en",
    [],
    `<p lang="tr">Bu sayfa yok: adres yanlış, ya da sürüm artık yayında değil. ${link("En yeni sürüm")}</p>
<p lang="en">There is no such page: the address is wrong, or its release is no longer published. ${link("The newest release")}</p>`,
  );
}
