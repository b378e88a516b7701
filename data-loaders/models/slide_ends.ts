import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per segment in which a slide can begin or end.",
  key: ["side", "segment"],
  columns: [
    {name: "side", type: "text", isNullable: false, about: "from or to"},
    {name: "segment", type: "text", isNullable: false, about: "key of the segment"},
  ],
  inputs: [],
  options: ({slide}) => [slide.from, slide.to],
  rows: ({config: {slide}}) => [
    ...slide.from.map((segment) => ({side: "from", segment})),
    ...slide.to.map((segment) => ({side: "to", segment})),
  ],
});
