// Runs in the browser before any other script: compares every Arrow file with what was published. A truncated or
// altered file raises no error in any reader; it would only show other numbers.

/** Published files by their path below `_file/`: length and SHA-256 (base64). Filled in by the build. */
declare const FILES: Record<string, [bytes: number, sha256: string]>;

const messages: Record<string, (file: string, problem: string) => string> = {
  en: (file, problem) =>
    `The data file ${file} did not arrive as it was published (${problem}). Figures may be missing; reload the page, and tell whoever runs this site if that does not help.`,
  tr: (file, problem) =>
    `${file} veri dosyası yayımlandığı gibi gelmedi (${problem}). Sayılar eksik olabilir; sayfayı yenileyin, düzelmezse siteyi yönetene haber verin.`,
};

const root = new URL("./_file/", (document.currentScript as HTMLScriptElement).src).href;
const fetchUnchecked = window.fetch;
const reported = new Set<string>();

window.fetch = async (input, init) => {
  const response = await fetchUnchecked.call(window, input, init);
  const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const path = decodeURI(address.origin + address.pathname);
  const file = path.startsWith(root) ? path.slice(root.length) : "";
  const expected = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
  if (!expected || response.status !== 200 || (init?.method ?? "GET") !== "GET") return response;
  const body = await response.arrayBuffer();
  const problem = await compare(body, expected);
  if (problem) throw report(file, problem);
  const checked = new Response(body, response);
  Object.defineProperty(checked, "url", {value: response.url});
  return checked;
};

async function compare(body: ArrayBuffer, [bytes, sha256]: [number, string]): Promise<string | undefined> {
  if (body.byteLength !== bytes) return `${body.byteLength} ≠ ${bytes} bytes`;
  if (!window.crypto?.subtle) return undefined; // only https and localhost have it: the length must do
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return btoa(String.fromCharCode(...digest)) === sha256 ? undefined : "SHA-256";
}

function report(file: string, problem: string): Error {
  const message = (messages[document.documentElement.lang] ?? messages.en!)(file, problem);
  if (reported.has(file)) return new Error(message);
  reported.add(file);
  const bar = document.createElement("div");
  bar.setAttribute("role", "alert");
  bar.style.cssText = "background:#9b2226;color:#fff;font:15px/1.4 system-ui,sans-serif;padding:12px 16px";
  bar.textContent = message;
  document.body.prepend(bar);
  return new Error(message);
}

export {};
