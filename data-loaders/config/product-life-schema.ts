import {z} from "zod";

/** How long products last, where the shop knows it better than its orders do. */
export const productLifeSchema = z.strictObject({
  /** Days by product id or by a category's name: `{"Parfüm": 90, "Hizmet > Sigorta": 365}`. */
  overrides: z.record(z.string().min(1), z.number().positive().max(36_500)).default({}),
});
