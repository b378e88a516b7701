import type {Format} from "../format.ts";
import {enAffinity} from "./en-affinity.ts";
import {enBaskets} from "./en-baskets.ts";
import {enCensus} from "./en-census.ts";
import {enChurn} from "./en-churn.ts";
import {enExplore} from "./en-explore.ts";
import {enFrequency} from "./en-frequency.ts";
import {enGaps} from "./en-gaps.ts";
import {enIdentity} from "./en-identity.ts";
import {enLevers} from "./en-levers.ts";
import {enLives} from "./en-lives.ts";
import {enOutlook} from "./en-outlook.ts";
import {enProfile} from "./en-profile.ts";
import {enQuality} from "./en-quality.ts";
import {enReleases} from "./en-releases.ts";
import {enReport} from "./en-report.ts";
import {enRetention} from "./en-retention.ts";
import {enSegments} from "./en-segments.ts";
import {enSite} from "./en-site.ts";
import {enTables} from "./en-tables.ts";
import {enThresholds} from "./en-thresholds.ts";
import {enValue} from "./en-value.ts";

/** The English catalogue; its type is the type of every catalogue. */
export const en = (f: Format) => ({
  ...enSite(f),
  ...enReport(f),
  ...enReleases(f),
  ...enOutlook(f),
  ...enSegments(f),
  ...enExplore(),
  ...enGaps(f),
  ...enIdentity(f),
  ...enQuality(f),
  ...enTables(f),
  ...enCensus(f),
  ...enProfile(f),
  ...enThresholds(f),
  ...enRetention(f),
  ...enFrequency(f),
  ...enChurn(f),
  ...enValue(f),
  ...enBaskets(f),
  ...enLives(f),
  ...enAffinity(f),
  ...enLevers(f),
});

export type Messages = ReturnType<typeof en>;
