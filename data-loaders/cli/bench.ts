import {UserError} from "../user-error.ts";
import {benchCases} from "./bench/bench-cases.ts";
import {readArguments} from "./read-arguments.ts";

/** `npm run bench`, or `-- --only online-retail`: one JSON line a case with seconds, peak megabytes, rows and stages. */
export default async function bench(args: string[]): Promise<void> {
  const {only} = readArguments(args, {only: {type: "string"}});
  const chosen = benchCases.filter(({name}) => !only || name.startsWith(only));
  if (chosen.length === 0)
    throw new UserError(
      `unknown case ${JSON.stringify(only)}; there are ${benchCases.map(({name}) => name).join(", ")}`,
    );
  for (const {name, rival, run} of chosen) {
    const figures = await run();
    console.log(JSON.stringify({case: name, ...figures, ...(rival ? {rival} : {})}));
  }
}
