import type {ShopConfig} from "../config/shop-schema.ts";
import {UserError} from "../user-error.ts";
import type {GraphNode} from "./graph.ts";

/**
 * Whether a shop publishes a table: one whose file says `only with: privacy.publishCustomers` needs that option to be true.
 *
 * @throws UserError where there is no such option
 */
export function isAllowed({file, contract}: Pick<GraphNode, "file" | "contract">, config: ShopConfig): boolean {
  if (contract.onlyWith === undefined) return true;
  const value = contract.onlyWith
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], config);
  if (typeof value !== "boolean") throw new UserError(`${file}: no option is called ${contract.onlyWith}`);
  return value;
}
