import {poolStates} from "../config/states.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per state that a customer can be in: the segments in their order, then the states outside the pool.",
  key: ["position"],
  columns: [
    {name: "position", type: "integer", isNullable: false, about: "place in tables and charts"},
    {name: "key", type: "text", isNullable: false, about: "key in every table"},
    {name: "label_tr", type: "text", isNullable: false, about: "Turkish name"},
    {name: "label_en", type: "text", isNullable: false, about: "English name"},
    {name: "colour", type: "text", isNullable: false, about: "the one colour it has everywhere"},
    {name: "kind", type: "text", isNullable: false, about: "segment, or pool for a state outside the pool"},
  ],
  inputs: [],
  options: (config) => [config.segments, config.poolStates],
  rows: ({config}) =>
    [
      ...config.segments.map((state) => ({...state, kind: "segment"})),
      ...poolStates.map(({key}) => ({key, ...config.poolStates[key], kind: "pool"})),
    ].map(({key, label, colour, kind}, i) => ({
      position: i + 1,
      key,
      label_tr: label.tr,
      label_en: label.en,
      colour,
      kind,
    })),
});
