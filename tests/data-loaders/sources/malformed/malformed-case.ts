import type {SourceInput} from "../../../../data-loaders/config/source-schema.ts";
import type {Engine} from "../../../../data-loaders/engine/duckdb.ts";

type Content = string | Uint8Array;

/** A source with something wrong about it, and what must come of it: an error that says what, or counts to the row. */
export type MalformedCase = {
  name: string;
  /** Text or bytes of the source's one file, or of several by name. */
  content?: Content | Record<string, Content>;
  /** Writes the one file, where its content cannot stand here. */
  make?: (path: string, engine: Engine) => Promise<void>;
  /** What differs from the plain source of its kind. */
  source?: Partial<Omit<SourceInput, "kind">> & Record<string, unknown>;
  entity?: string;
  timeZone?: string;
} & (Refused | Counted);

interface Refused {
  /** Each must be in the error's message. */
  says: readonly (string | RegExp)[];
  /** What must be nowhere in it. */
  hides?: string;
}

interface Counted {
  /** Records of the source as a person counts them. */
  records: number;
  /** Rows as they are stored, or some of their fields. */
  accepted: readonly Record<string, string | null>[] | number;
  /** `orders.csv:3: amount: invalid amount: "x"`: each row that was left out, in order. */
  rejected: readonly (string | RegExp)[];
}
