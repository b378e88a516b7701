import {z} from "zod";

const target = z.number().positive().optional();

/** What the shop wants its levers to reach. */
export const leverSchema = z.strictObject({
  /** One target for every segment; a lever without one is held against the next better segment. */
  targets: z
    .strictObject({
      /** Net revenue per order, in the reporting currency. */
      basketValue: target,
      /** Units per order. */
      itemsPerBasket: target,
      /** Orders per customer in the window. */
      frequency: target,
    })
    .default({}),
});
