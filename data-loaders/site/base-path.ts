/** Where a site is served, with a slash at both ends: "crm" and "/crm" are "/crm/", "" is "/". */
export function normalizeBasePath(path: string): string {
  return `/${path.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
}
