import type {Format} from "../format.ts";
import {enCensus} from "./en-census.ts";
import {enExplore} from "./en-explore.ts";
import {enGaps} from "./en-gaps.ts";
import {enIdentity} from "./en-identity.ts";
import {enOutlook} from "./en-outlook.ts";
import {enProfile} from "./en-profile.ts";
import {enQuality} from "./en-quality.ts";
import {enReport} from "./en-report.ts";
import {enRetention} from "./en-retention.ts";
import {enSegments} from "./en-segments.ts";
import {enSite} from "./en-site.ts";
import {enTables} from "./en-tables.ts";
import {enThresholds} from "./en-thresholds.ts";

/** The English catalogue; its type is the type of every catalogue. */
export const en = (f: Format) => ({
  ...enSite(f),
  ...enReport(f),
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
});

export type Messages = ReturnType<typeof en>;
