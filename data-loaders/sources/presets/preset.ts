import type {FileSourceInput} from "../../config/source-schema.ts";

/** What a system's export looks like, as data: entity → the file, its columns, and what they mean. */
export interface Preset {
  /** Which export, where its columns are documented, and what it leaves out. */
  about: string;
  /** Paths are relative to the folder of the export; patterns take plain and compressed files. */
  sources: Readonly<Record<string, FileSourceInput>>;
}
