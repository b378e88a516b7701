import {listLifeCycleStates} from "../config/life-cycle.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per state of the life cycle, in the order in which people go through them.",
  key: ["position"],
  columns: [
    {name: "position", type: "integer", isNullable: false, about: "place in tables and charts"},
    {name: "state", type: "text", isNullable: false, about: "key in every table"},
  ],
  inputs: [],
  options: ({lifecycle}) => lifecycle.preset,
  rows: ({config}) => listLifeCycleStates(config.lifecycle).map(({key}, i) => ({position: i + 1, state: key})),
});
