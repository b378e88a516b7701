import type {AlertRules} from "../config/alerts-schema.ts";
import {type Grade, grades} from "../stats/quality-grade.ts";

/** What alerts are looked for in: figures of the newest full month, the sources of this run, the newest release. */
export interface AlertFacts {
  /** The last day of data, `YYYY-MM-DD`. */
  asOf: string;
  /** The newest month that is over, `YYYY-MM`, with the headline and the watched edges in it. */
  month: string | null;
  movements: {
    /** `slide`: the headline; `champions → loyal`. */
    movement: string;
    customers: number;
    /** Customers at the centre of the p-chart; null: not charted. */
    usual: number | null;
    verdict: string;
  }[];
  /** `all`: the data as a whole. */
  sources: {
    entity: string;
    grade: Grade;
    reason: string | null;
    /** Days from its newest record to the last day of data; null: its records have no day. */
    daysBehind: number | null;
  }[];
  /** Changed figures of published months, by cause; null: not assessed. */
  restatements: Record<string, number> | null;
}

export type AlertRule = "unusual" | "grade" | "stale" | "restated";

export interface Alert {
  rule: AlertRule;
  /** What it is about: a movement, a source, a cause. */
  subject: string;
  /** One sentence, for people. */
  text: string;
}

/**
 * Looks for what the configuration wants to be told of.
 *
 * @param today the day of the run, `YYYY-MM-DD`: the program reads no clock. Without it nobody notices that no source brings
 * anything any more.
 * @returns alerts in the order of their rules; none is good news
 */
export function findAlerts(facts: AlertFacts, rules: AlertRules, today?: string): Alert[] {
  const worst = grades.indexOf(rules.lowestGrade);
  const alerts: Alert[] = [];
  const add = (rule: AlertRule, subject: string, text: string) => alerts.push({rule, subject, text});

  if (rules.unusual) {
    for (const {movement, customers, usual, verdict} of facts.movements) {
      if (verdict !== "above" && verdict !== "below") continue;
      const about = usual === null ? "" : `, about ${Math.round(usual)} are usual`;
      const who = movement === "slide" ? "slid" : `moved ${movement}`;
      add("unusual", movement, `${facts.month}: ${customers} customers ${who}${about}: ${verdict} the normal range`);
    }
  }
  for (const {entity, grade, reason} of facts.sources) {
    if (grades.indexOf(grade) <= worst) continue;
    const name = entity === "all" ? "the data as a whole" : entity;
    add("grade", entity, `${name}: grade ${grade}${reason ? ` (${reason})` : ""}, ${rules.lowestGrade} is allowed`);
  }
  for (const {entity, daysBehind} of facts.sources) {
    if (entity === "all" || daysBehind === null || daysBehind <= rules.staleDays) continue;
    add("stale", entity, `${entity}: nothing in the last ${daysBehind} days of data, ${rules.staleDays} are allowed`);
  }
  const late = today === undefined ? 0 : daysBetween(facts.asOf, today);
  if (late > rules.staleDays)
    add("stale", "all", `the data end on ${facts.asOf}, ${late} days before ${today}; ${rules.staleDays} are allowed`);

  for (const [cause, count] of Object.entries(facts.restatements ?? {})) {
    const isTold = rules.restatements === "any" || (rules.restatements === "unexplained" && /unexplained/.test(cause));
    if (isTold && count > 0)
      add("restated", cause, `${count} published ${count === 1 ? "figure" : "figures"} changed: ${cause}`);
  }
  return alerts;
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
