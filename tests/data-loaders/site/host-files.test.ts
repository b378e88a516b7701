import {expect, it} from "vitest";
import {contentPolicy} from "../../../data-loaders/site/content-policy.ts";
import {hostFiles} from "../../../data-loaders/site/host-files.ts";

const page = (script: string, head = "") => contentPolicy(`${head}<script type="module">${script}</script>`);
const hashes = (text: string) => text.match(/'sha256-[^']+'/g) ?? [];

it("hostFiles(policies, basePath) allows in a header what any page needs, and no more", () => {
  const [a, b] = [page("a"), page("b", '<base href="/x/">')];
  const {_headers: file} = hostFiles([a, b, a], "/");
  const policy = /Content-Security-Policy: (.*)/.exec(file!)![1]!;
  expect(hashes(policy).sort()).toEqual([...hashes(a), ...hashes(b)].sort());
  expect(policy).toContain("default-src 'none';");
  expect(policy).toContain("object-src 'none';");
  expect(policy).toContain("base-uri 'self';");
  expect(policy).toMatch(/frame-ancestors 'self'$/);
  expect(policy).not.toContain("'unsafe-eval'");
});

it("hostFiles(policies, basePath) says the same to every host, below the path of the site", () => {
  const files = hostFiles([page("a")], "/shops/crm/");
  const policy = /Content-Security-Policy: (.*)/.exec(files._headers!)![1]!;
  expect(files._headers).toMatch(/^\/shops\/crm\/\*\n/);
  expect(files._headers).toContain("/shops/crm/_file/*\n  Cache-Control: public, max-age=31536000, immutable\n");
  expect(files[".htaccess"]).toContain(`Content-Security-Policy "${policy}"`);
  expect(files[".htaccess"]).toContain("ErrorDocument 404 /shops/crm/404.html\n");
  expect(files["nginx.conf"]).toContain(`add_header Content-Security-Policy "${policy}" always;`);
  expect(files["nginx.conf"]).toContain("error_page 404 /shops/crm/404.html;");
  expect(files._headers!.match(/Cache-Control/g)).toHaveLength(4);
});
