import type {OrderCountRow} from "./threshold-rows.ts";

/** Customers who placed n orders, of whom some went on to place another. */
export interface Rung {
  orders: number;
  /** People with exactly that many orders; with as many or more where `isOpen`. */
  customers: number;
  atLeast: number;
  /** Share of those with that many orders who ordered again; null where too few are left to say. */
  next: number | null;
  isOpen: boolean;
}

/**
 * The ladder of orders of one span, from the first order up, without gaps; above `most` everybody is taken together.
 *
 * @param most number of orders of the last rung at most
 */
export function getOrderLadder(rows: readonly OrderCountRow[], span: OrderCountRow["span"], most: number): Rung[] {
  const own = rows.filter((row) => row.span === span).sort((a, b) => a.orders - b.orders);
  const last = own.at(-1);
  if (!last) return [];
  const atLeast = (orders: number) => own.find((row) => row.orders >= orders)?.at_least ?? 0;
  const top = Math.min(most, last.orders);
  return Array.from({length: top}, (_, i): Rung => {
    const orders = i + 1;
    const beyond = atLeast(orders + 1);
    const isOpen = orders === top && (last.is_open || top < last.orders);
    const people = atLeast(orders);
    return {
      orders,
      customers: isOpen ? people : people - beyond,
      atLeast: people,
      next: orders === last.orders && last.is_open ? null : beyond / people,
      isOpen,
    };
  });
}
