import {cumulate, type RandomStream} from "../../../stats/random/random-stream.ts";
import type {Cancellation, Delivery, Giveback, OrderLine} from "./order.ts";

const cancelReasons = ["changed_mind", "out_of_stock", "payment_failed", "wrong_address", "found_cheaper"] as const;
const cancelWeights = cumulate([38, 24, 16, 8, 14]);
const returnReasons = ["changed_mind", "size", "faulty"] as const;
const clothingWeights = cumulate([30, 52, 18]);
const otherWeights = cumulate([58, 0, 42]);
const sized = new Set(["Ayakkabı", "Giyim", "Ceket"]);

const ORDER_CANCELLED = 0.013;
const LINE_CANCELLED = 0.007;
const RETURNED = 0.056;
const LATE_RETURNED = 0.1;

/** Marks lines as cancelled or given back; returns whether nothing is left to ship. */
export function afterSale(
  lines: readonly OrderLine[],
  second: number,
  delivery: Delivery | null,
  random: RandomStream,
): boolean {
  const whole = random.chance(ORDER_CANCELLED) ? cancellation(second, random) : null;
  for (const line of lines) {
    line.cancellation = whole ?? (random.chance(LINE_CANCELLED) ? cancellation(second, random) : null);
    if (line.cancellation === null) line.giveback = giveBack(line, second, delivery, random);
  }
  return lines.every((line) => line.cancellation !== null);
}

function cancellation(second: number, random: RandomStream): Cancellation {
  return {
    second: second + 300 + Math.floor(random.exponential(9 * 3600)),
    reason: cancelReasons[random.pickCumulative(cancelWeights)]!,
  };
}

function giveBack(line: OrderLine, second: number, delivery: Delivery | null, random: RandomStream): Giveback | null {
  const branch = line.product.branch;
  const late = delivery !== null && delivery.actualDay - delivery.promisedDay >= 3;
  const becauseLate = random.chance(late ? LATE_RETURNED : 0);
  if (!becauseLate && !random.chance(RETURNED * branch.returned)) return null;
  const handedOver = delivery === null ? Math.floor(second / 86_400) : delivery.actualDay;
  const weights = sized.has(branch.category) ? clothingWeights : otherWeights;
  const quantity = line.quantity > 1 && random.chance(0.6) ? random.integer(1, line.quantity) : line.quantity;
  return {
    second: (handedOver + 1 + random.integer(0, 13)) * 86_400 + random.integer(9 * 3600, 20 * 3600),
    quantity,
    amount: Math.floor(((line.amount - line.discount) * quantity) / line.quantity),
    reason: becauseLate ? "late" : returnReasons[random.pickCumulative(weights)]!,
  };
}
