import type {ApiSourceInput} from "../config/source-schema.ts";

/** A JSON interface over HTTP that gives its records page by page. */
export function api(options: Omit<ApiSourceInput, "kind">): ApiSourceInput {
  return {kind: "api", ...options};
}
