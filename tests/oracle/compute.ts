import {type Ledger, readLedger} from "./ledger.ts";
import {countSlideBase, listMoves, listSlides, type Move, type Slide} from "./movements.ts";
import {addUpSales, type Sales} from "./sales.ts";
import type {Options, Shop} from "./shop.ts";
import {type Snapshot, takeSnapshots} from "./snapshots.ts";

export const horizons = [1, 3, 6, 12] as const;

/** Everything that the published tables say about a shop, by the naive way. */
export interface Oracle {
  ledger: Ledger;
  snapshots: Snapshot[];
  /** Of every horizon; who stayed is among them. */
  moves: Move[];
  slides: Slide[];
  /** By the place of the snapshot. */
  slideBases: number[];
  sales: Sales[];
}

export function computeOracle(shop: Shop, options: Options): Oracle {
  const ledger = readLedger(shop, options);
  const snapshots = takeSnapshots(ledger, options);
  const moves = horizons.flatMap((horizon) => listMoves(snapshots, horizon, ledger, options));
  return {
    ledger,
    snapshots,
    moves,
    slides: listSlides(
      snapshots,
      moves.filter((move) => move.horizon === 1),
      options,
    ),
    slideBases: snapshots.map((_, t) => countSlideBase(snapshots, t, options)),
    sales: addUpSales(ledger),
  };
}
