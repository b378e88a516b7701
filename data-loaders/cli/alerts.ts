import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {describeAlerts} from "../alerts/describe-alerts.ts";
import {type AlertFacts, findAlerts} from "../alerts/find-alerts.ts";
import {readAlertFacts} from "../alerts/read-alert-facts.ts";
import {maybeIndex} from "../releases/release-index.ts";
import {getManifest} from "../releases/release-manifest.ts";
import {UserError} from "../user-error.ts";
import {reportTo} from "../warehouse/progress.ts";
import {withWarehouse} from "./open-warehouse.ts";
import {readArguments} from "./read-arguments.ts";

/** The exit code that says: the run is good, and somebody should look at it. */
export const alertCode = 3;

/**
 * `npm run alerts -- --config FILE --to DIR`: what the configuration wants to be told of, as Markdown. Exits with 3 where
 * there is something.
 */
export default async function alerts(args: string[]): Promise<void> {
  const options = readArguments(args, {
    config: {type: "string"},
    private: {type: "string"},
    to: {type: "string"},
    today: {type: "string"},
    markdown: {type: "string"},
    json: {type: "string"},
  });
  const {today} = options;
  if (today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(today))
    throw new UserError(`--today: expected a day like 2026-11-01, got ${JSON.stringify(today)}`);
  await withWarehouse({...options, progress: reportTo(process.stderr)}, async (warehouse) => {
    const {name, alerts: rules} = warehouse.loaded.config;
    const facts = await readAlertFacts(warehouse, await readRestatements(resolve(options.to ?? "releases")));
    const found = findAlerts(facts, rules, today);
    const text = describeAlerts(name, facts, found);
    process.stdout.write(text);
    if (options.markdown) writeFileSync(options.markdown, text);
    if (options.json) writeFileSync(options.json, `${JSON.stringify({asOf: facts.asOf, alerts: found}, null, 2)}\n`);
    if (found.length) process.exitCode = alertCode;
  });
}

/** What the newest release changed, as it says itself. */
async function readRestatements(root: string): Promise<AlertFacts["restatements"]> {
  const newest = (await maybeIndex(root))?.releases.at(-1);
  return newest ? (await getManifest(root, newest)).restatements : null;
}
