import type {Alert, AlertFacts, AlertRule} from "./find-alerts.ts";

const titles: Record<AlertRule, string> = {
  unusual: "Outside its normal range",
  grade: "Quality",
  stale: "Stale sources",
  restated: "Changed figures",
};

/** Alerts as Markdown, for the summary of a run or a message. */
export function describeAlerts(shop: string, {asOf, restatements}: AlertFacts, alerts: readonly Alert[]): string {
  const count = alerts.length === 1 ? "1 alert" : `${alerts.length || "no"} alerts`;
  const lines = [`## ${escapeMarkdown(shop)}: ${count}`, "", `Data to ${asOf}.`];
  for (const [rule, title] of Object.entries(titles)) {
    const ofRule = alerts.filter((alert) => alert.rule === rule);
    if (ofRule.length) lines.push("", `### ${title}`, "", ...ofRule.map(({text}) => `- ${escapeMarkdown(text)}`));
  }
  if (restatements === null) lines.push("", "Changed figures: not assessed, there is no release to compare with.");
  return `${lines.join("\n")}\n`;
}

/** Names come from data: nothing in them is markup. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
