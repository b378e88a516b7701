import {resolve} from "node:path";
import {describeAsMarkdown, describeAsText} from "../releases/describe-diff.ts";
import {diffSides} from "../releases/diff-sides.ts";
import {openSide} from "../releases/open-side.ts";
import {UserError} from "../user-error.ts";
import {readNamesAndOptions} from "./read-arguments.ts";

const SHOWN = 20;

/**
 * `npm run diff -- A B`: every published figure that differs between two releases, or between folders of tables, old → new;
 * exits with 1 where a change is unexplained. `--markdown` prints it for a pull request, `--all` every figure,
 * `--declare TABLE[.MEASURE],…` says what is meant to change, `--tolerance 0.001` lets smaller changes pass.
 */
export default async function diff(args: string[]): Promise<void> {
  const {values, positionals} = readNamesAndOptions(args, {
    to: {type: "string"},
    markdown: {type: "boolean"},
    all: {type: "boolean"},
    tolerance: {type: "string"},
    declare: {type: "string", multiple: true},
  });
  const [from, to] = positionals;
  if (!from || !to || positionals.length > 2)
    throw new UserError("diff: name two releases, or folders of published tables");
  const tolerance = values.tolerance === undefined ? undefined : Number(values.tolerance);
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < 1))
    throw new UserError(`--tolerance: expected a share such as 0.001, got ${JSON.stringify(values.tolerance)}`);
  const root = resolve(values.to ?? "releases");
  const [before, after] = [openSide(from, root), openSide(to, root)];
  const declared = (values.declare ?? []).flatMap((list) => list.split(",").map((name) => name.trim()));
  const difference = diffSides(before, after, {declared, ...(tolerance === undefined ? {} : {tolerance})});
  const describe = values.markdown ? describeAsMarkdown : describeAsText;
  const most = values.all ? Number.POSITIVE_INFINITY : SHOWN;
  process.stdout.write(describe(difference, {before: before.label, after: after.label, most}));
  if (difference.unexplained) process.exitCode = 1;
}
