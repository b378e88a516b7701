import type {Entity} from "./entity.ts";

/** Answers to surveys. */
export const surveyAnswers: Entity = {
  grain: "One row per answer.",
  key: ["answer_id"],
  fields: {
    answer_id: {type: "text", about: "number of the answer", required: true},
    customer_id: {type: "text", about: "the customer"},
    order_id: {type: "text", about: "the order it was about"},
    survey: {type: "text", about: "the survey"},
    question: {type: "text", about: "the question"},
    score: {type: "integer", about: "the answer as a number"},
    answer: {type: "text", about: "the answer in words; private"},
    answered_at: {type: "timestamp", about: "time of the answer"},
  },
};
