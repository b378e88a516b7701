/** Headers that hold for every file of a site. */
const headers = (policy: string): [name: string, value: string][] => [
  ["Content-Security-Policy", policy],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"],
  ["Referrer-Policy", "no-referrer"],
  ["X-Content-Type-Options", "nosniff"],
];

const forEver = "public, max-age=31536000, immutable";

/** Folders whose files carry their content's hash, or their library's version, in the name. */
const hashed = ["_file", "_import", "_npm", "_observablehq"];

/**
 * What static hosts are to be told about a site, in files that lie in it: `_headers` (Cloudflare Pages, Netlify),
 * `.htaccess` (Apache) and `nginx.conf`, which a server's `location` includes.
 *
 * @param policies of the site's pages. A header has to serve all of them, so it allows what any page needs; the page's
 * own policy, in its head, holds beside it and allows what that page needs alone.
 * @param basePath where the site is served, with a slash at both ends
 * @param hashedFolders whose files never change
 * @returns contents by file name
 */
export function hostFiles(
  policies: Iterable<string>,
  basePath: string,
  hashedFolders: readonly string[] = hashed,
): Record<string, string> {
  const all = headers(`${joinPolicies(policies)}; frame-ancestors 'self'`);
  return {
    _headers: [
      ...section(`${basePath}*`, all),
      ...hashedFolders.flatMap((folder) => section(`${basePath}${folder}/*`, [["Cache-Control", forEver]])),
    ].join(""),
    ".htaccess": `AddDefaultCharset utf-8
ErrorDocument 404 ${basePath}404.html
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{REQUEST_FILENAME} !-d
  RewriteCond %{REQUEST_FILENAME}.html -f
  RewriteRule ^(.+)$ $1.html [L]
</IfModule>
<IfModule mod_headers.c>
${all.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join("")}  Header set Cache-Control "no-cache"
  SetEnvIf Request_URI "/(${hashedFolders.join("|")})/" mudavim_hashed
  Header set Cache-Control "${forEver}" env=mudavim_hashed
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html ${compressed.join(" ")}
</IfModule>
AddType application/vnd.apache.arrow.stream .arrow
AddType application/wasm .wasm
`,
    "nginx.conf": `# location ${basePath} { root …; include …/nginx.conf; }
index index.html;
try_files $uri $uri.html $uri/ =404;
error_page 404 ${basePath}404.html;
set $mudavim_cache "no-cache";
if ($uri ~ "/(${hashedFolders.join("|")})/") { set $mudavim_cache "${forEver}"; }
add_header Cache-Control $mudavim_cache always;
${all.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join("")}gzip on;
gzip_vary on;
gzip_types ${compressed.join(" ")};
`,
  };
}

/** Arrow files go under the last where a host does not know them. */
const compressed = [
  "text/css",
  "text/javascript",
  "application/javascript",
  "application/json",
  "image/svg+xml",
  "application/vnd.apache.arrow.stream",
  "application/octet-stream",
];

function section(pattern: string, lines: [name: string, value: string][]): string[] {
  return [`${pattern}\n`, ...lines.map(([name, value]) => `  ${name}: ${value}\n`)];
}

/** The narrowest policy that allows whatever one of the given ones does; each must name the same directives. */
export function joinPolicies(policies: Iterable<string>): string {
  const sources = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const [name, ...values] of policy.split("; ").map((directive) => directive.split(" "))) {
      const known = sources.get(name!) ?? new Set();
      for (const value of values) known.add(value);
      sources.set(name!, known);
    }
  }
  const join = ([name, values]: [string, Set<string>]) => {
    if (values.size > 1) values.delete("'none'");
    return [name, ...[...values].sort()].join(" ");
  };
  return Array.from(sources, join).join("; ");
}
