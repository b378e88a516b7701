import type {Entity} from "./entity.ts";

/** What people wrote about the shop. */
export const socialPosts: Entity = {
  grain: "One row per post.",
  key: ["post_id"],
  fields: {
    post_id: {type: "text", about: "number of the post", required: true},
    posted_at: {type: "timestamp", about: "time of the post", required: true},
    network: {type: "text", about: "where"},
    handle: {type: "text", about: "who"},
    sentiment: {
      type: "text",
      about: "good, bad or neutral",
      check: {rule: "not one of good, bad, neutral", sql: "sentiment IN ('good', 'bad', 'neutral')"},
    },
    reason: {type: "text", about: "complaint or information"},
    text: {type: "text", about: "what it said; private"},
  },
};
