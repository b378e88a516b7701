import type {z} from "zod";
import {listProblems, UserError} from "../user-error.ts";
import {type ShopConfig, type ShopConfigInput, shopSchema} from "./shop-schema.ts";

/**
 * Turns what a shop owner wrote into a complete configuration: every option typed and checked once, every default filled
 * in (the defaults stand in shop-schema.ts).
 *
 * @throws UserError naming each option that is unknown, missing or has a value it cannot have.
 */
export function defineConfig(input: ShopConfigInput): ShopConfig {
  const parsed = shopSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new UserError(listProblems(parsed.error.issues.flatMap(describeIssue)));
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${[...path, key].join(".")}: unknown option`);
  const message = issue.message.replace(/^Invalid input: /, "").replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  const given = "input" in issue && issue.input !== undefined ? `, got ${JSON.stringify(issue.input)}` : "";
  return [`${path.join(".") || "configuration"}: ${message}${given}`];
}
