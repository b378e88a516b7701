import {z} from "zod";

/** What customers will be worth: which model says so, how it is tested, and what later money is worth today. */
export const valueSchema = z.strictObject({
  /** Share by which a month's delay lowers the worth of money. */
  discountRate: z.number().min(0).max(0.2).default(0.01),
  /** Last full months that the backtest predicts from what came before. */
  holdoutMonths: z.int().min(1).max(24).default(6),
  /** `auto`: the one that predicted those months best. */
  model: z.enum(["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"]).default("auto"),
  /** Share of net revenue that is left after the cost of goods; absent: values are net revenue. */
  margin: z.number().gt(0).max(1).optional(),
});
