import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import {trCensus} from "./tr-census.ts";
import {trExplore} from "./tr-explore.ts";
import {trGaps} from "./tr-gaps.ts";
import {trIdentity} from "./tr-identity.ts";
import {trOutlook} from "./tr-outlook.ts";
import {trProfile} from "./tr-profile.ts";
import {trQuality} from "./tr-quality.ts";
import {trReport} from "./tr-report.ts";
import {trRetention} from "./tr-retention.ts";
import {trSegments} from "./tr-segments.ts";
import {trSite} from "./tr-site.ts";
import {trTables} from "./tr-tables.ts";
import {trThresholds} from "./tr-thresholds.ts";

/** The Turkish catalogue. */
export const tr = (f: Format): Messages => ({
  ...trSite(f),
  ...trReport(f),
  ...trOutlook(f),
  ...trSegments(f),
  ...trExplore(),
  ...trGaps(f),
  ...trIdentity(f),
  ...trQuality(f),
  ...trTables(f),
  ...trCensus(f),
  ...trProfile(f),
  ...trThresholds(f),
  ...trRetention(f),
});
