import {projectRoot} from "../project.ts";
import type {SiteBuilder} from "../site/build-site.ts";
import type {Progress} from "../warehouse/progress.ts";

/** A page builder that loads while the data of its site are computed. */
export interface StandbyBuilder {
  /** Where the run says what it does: once it has all its locks, its next step starts the builder. */
  progress: Progress;
  /** To be called when nobody else can be at the same work: the builder has a lock of its own, which others must not meet. */
  allow(): void;
  get(): Promise<SiteBuilder>;
  close(): Promise<void>;
}

/** Starts nothing yet: a run that finds nothing to compute needs no page builder either. */
export function openStandbyBuilder(progress: Progress): StandbyBuilder {
  let isAllowed = false;
  let started: Promise<SiteBuilder> | undefined;
  const get = () => {
    started ??= import("../site/build-site.ts").then(({prepareSite}) => prepareSite({projectRoot, log: progress.note}));
    return started;
  };
  return {
    progress: {
      ...progress,
      start(name) {
        if (isAllowed) get().catch(() => {}); // whoever builds is told
        return progress.start(name);
      },
    },
    allow() {
      isAllowed = true;
    },
    get,
    close: async () => (await started)?.close(),
  };
}
