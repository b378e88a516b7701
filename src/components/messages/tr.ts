import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import {trExplore} from "./tr-explore.ts";
import {trReport} from "./tr-report.ts";
import {trSegments} from "./tr-segments.ts";
import {trSite} from "./tr-site.ts";

/** The Turkish catalogue. */
export const tr = (f: Format): Messages => ({...trSite(f), ...trReport(f), ...trSegments(f), ...trExplore()});
