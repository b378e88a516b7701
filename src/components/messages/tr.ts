import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import {trAffinity} from "./tr-affinity.ts";
import {trBaskets} from "./tr-baskets.ts";
import {trCensus} from "./tr-census.ts";
import {trChurn} from "./tr-churn.ts";
import {trExplore} from "./tr-explore.ts";
import {trFrequency} from "./tr-frequency.ts";
import {trGaps} from "./tr-gaps.ts";
import {trIdentity} from "./tr-identity.ts";
import {trLevers} from "./tr-levers.ts";
import {trLives} from "./tr-lives.ts";
import {trOutlook} from "./tr-outlook.ts";
import {trProfile} from "./tr-profile.ts";
import {trQuality} from "./tr-quality.ts";
import {trReleases} from "./tr-releases.ts";
import {trReport} from "./tr-report.ts";
import {trRetention} from "./tr-retention.ts";
import {trSegments} from "./tr-segments.ts";
import {trSite} from "./tr-site.ts";
import {trTables} from "./tr-tables.ts";
import {trThresholds} from "./tr-thresholds.ts";
import {trValue} from "./tr-value.ts";

/** The Turkish catalogue. */
export const tr = (f: Format): Messages => ({
  ...trSite(f),
  ...trReport(f),
  ...trReleases(f),
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
  ...trFrequency(f),
  ...trChurn(f),
  ...trValue(f),
  ...trBaskets(f),
  ...trLives(f),
  ...trAffinity(f),
  ...trLevers(f),
});
