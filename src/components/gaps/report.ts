import type {Language} from "../language.ts";
import type {Need} from "./needs.ts";

/** What a page says about itself: it exports this as `report`, and the page of sources and gaps finds it. */
export interface Report {
  /** Place in lists, from 1. */
  order: number;
  title: Record<Language, string>;
  /** The question that it answers. */
  question: Record<Language, string>;
  /** The decision that the answer serves. */
  decision: Record<Language, string>;
  /** Without any one of these it says nothing. */
  requires: readonly Need[];
  /** What it shows besides, beyond what is found in the tables that it reads. */
  uses?: readonly Need[];
  /** It shows the data themselves, whatever they are: nothing can be missing, and a field that only it uses is unused. */
  describesData?: boolean;
}

/** A report where it stands. */
export interface ReportPage extends Report {
  /** Path below the language: `segments`, `report/[month]`. */
  path: string;
  /** Names of the published tables that it reads, sorted. */
  tables: readonly string[];
}

/** Declares what a page says about itself. */
export function defineReport(report: Report): Report {
  return report;
}
