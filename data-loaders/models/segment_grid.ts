import {listGridCells} from "../config/segment-map.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per combination of scores: the segment that owns it.",
  key: ["r_score", "f_score", "m_score"],
  columns: [
    {name: "r_score", type: "integer", isNullable: false, about: "recency score, 1 to 5"},
    {name: "f_score", type: "integer", isNullable: false, about: "frequency score, 1 to 5"},
    {name: "m_score", type: "integer", isNullable: false, about: "monetary score, 1 to 5"},
    {name: "segment", type: "text", isNullable: false, about: "key of the segment"},
  ],
  inputs: [],
  options: ({segments}) => segments.map(({key, cells}) => [key, cells]),
  rows: ({config}) =>
    listGridCells(config.segments).map(({r, f, m, segment}) => ({r_score: r, f_score: f, m_score: m, segment})),
});
