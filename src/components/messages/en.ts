import type {Format} from "../format.ts";
import {enExplore} from "./en-explore.ts";
import {enReport} from "./en-report.ts";
import {enSegments} from "./en-segments.ts";
import {enSite} from "./en-site.ts";

/** The English catalogue; its type is the type of every catalogue. */
export const en = (f: Format) => ({...enSite(f), ...enReport(f), ...enSegments(f), ...enExplore()});

export type Messages = ReturnType<typeof en>;
