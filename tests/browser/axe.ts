import axe from "axe-core";
import type {Page} from "playwright-core";

interface AxeResults {
  violations: {id: string; nodes: {html: string; failureSummary?: string}[]}[];
}

/** What axe-core finds wrong with the page, one line a rule; `rules` by their ids, default: all. */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the debugger, so that the page's content policy stays in force.
  await page.evaluate(axe.source);
  const options = {resultTypes: ["violations"], ...(rules ? {runOnly: rules} : {})};
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.map(
    ({id, nodes}) => `${id} ×${nodes.length}: ${nodes[0]!.html.slice(0, 160)}: ${nodes[0]!.failureSummary}`,
  );
}
