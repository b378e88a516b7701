/** What the exploration page says; it is read in the browser, so these are plain strings. */
export const enExplore = () => ({
  exploreTitle: "Explore",
  exploreLead:
    "For analysts: the customer cube in DuckDB, in this browser. Choose a dimension and a segment, or change the SQL. Cells of too few customers are folded into “other”.",
  exploreHeadline: "Look closer: who they are, where and how they buy",
  exploreQuery: "Query",
  exploreRun: "Run",
  exploreDimension: "Break down by",
  exploreSegment: "Segment",
  exploreMeasure: "Measure",
  exploreValue: "Value",
  exploreAllSegments: "All segments",
  exploreAllValues: "All values",
  exploreChartTitle: "Month by month",
  exploreTableTitle: "Newest month",
  exploreFlowsTitle: "Who moved, newest month",
  exploreFlowsLead:
    "Customers who changed segment within the month, by the chosen attribute; with a segment chosen, those who left it or came to it.",
  exploreFrom: "From",
  exploreTo: "To",
  exploreSqlTitle: "The same in SQL",
  exploreSqlLead:
    "Any query works here: the tables are called cube (one row per month, dimension, value and segment, null = all) and flows (one row per month, dimension, value, from_segment and to_segment).",
  exploreEmpty: "No rows: choose another value or segment.",
  exploreNoScript: "This page needs JavaScript. The monthly report and the segments page do not.",
  averageOrderValue: "Average order",
  dimensionCity: "City",
  dimensionChannel: "Channel",
  dimensionGender: "Gender",
  dimensionAgeBand: "Age band",
  dimensionAcquisitionSource: "First source",
  dimensionFavouriteCategory: "Favourite category",
});
