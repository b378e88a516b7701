import {join, resolve} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {loadConfig} from "../config/load-config.ts";
import {findFullDisk} from "../engine/describe-engine-error.ts";
import {defaultConfig, privateFolder, projectRoot} from "../project.ts";
import {LockedError, withLock} from "../site/lock.ts";
import {describeSystemError, isSystemError} from "../system-error.ts";
import {UserError} from "../user-error.ts";
import {type Progress, reportTo} from "../warehouse/progress.ts";
import {Warehouse} from "../warehouse/warehouse.ts";

export interface OpenOptions {
  config?: string | undefined;
  /** Folder of private files. */
  private?: string | undefined;
  progress?: Progress;
  /** How long to wait for another run, in seconds; default: not at all. */
  waitSeconds?: number;
}

/**
 * Has a task done with the warehouse, which nobody else works on meanwhile.
 *
 * @throws UserError also for what the operating system refuses: a full disk, a folder that may not be written
 */
export async function withWarehouse<T>(options: OpenOptions, task: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const loaded = await loadConfig(options.config ?? process.env.MUDAVIM_CONFIG ?? defaultConfig);
  const folder = resolve(options.private ?? process.env.MUDAVIM_PRIVATE ?? privateFolder);
  const progress = options.progress ?? reportTo(process.stderr);
  const run = async () => {
    const warehouse = await Warehouse.open({projectRoot, loaded, privateFolder: folder, progress});
    try {
      return await task(warehouse);
    } finally {
      await warehouse.close();
    }
  };
  try {
    return await lockPatiently(join(folder, "warehouse/lock"), options.waitSeconds ?? 0, run);
  } catch (error) {
    throw explainRefusal(error);
  }
}

/** What the operating system refused, in plain words; other errors as they are. */
function explainRefusal(error: unknown): unknown {
  const full = findFullDisk(error);
  if (full) return new UserError(full, {cause: error});
  if (!isSystemError(error)) return error;
  return new UserError(`${error.path ?? error.syscall}: ${describeSystemError(error)}`, {cause: error});
}

async function lockPatiently<T>(file: string, seconds: number, run: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 0.1) {
    try {
      return await withLock(file, run);
    } catch (error) {
      if (!(error instanceof LockedError) || waited >= seconds) throw error;
      await delay(100);
    }
  }
}
