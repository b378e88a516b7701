import {z} from "zod";

const points = (value: number) => z.int().min(0).max(1000).default(value);

/** What people do beside buying, and what it is worth in e-RFM; formulas in docs/definitions.md. */
export const engagementSchema = z.strictObject({
  /** Points for each: a page, a product … looked at; an e-mail opened; a link of an e-mail or push message followed. */
  points: z
    .strictObject({
      pageView: points(1),
      productView: points(2),
      search: points(0),
      favourite: points(0),
      addToCart: points(5),
      emailOpen: points(1),
      click: points(3),
      call: points(0),
      ticket: points(0),
      surveyAnswer: points(0),
    })
    .prefault({}),
  /** Days that count, up to the snapshot's. */
  days: z.int().min(1).max(366).default(30),
  /** Days after which a point is worth half; null: points keep their worth. */
  halfLifeDays: z.number().positive().nullable().default(14),
});
