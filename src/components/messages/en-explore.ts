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
    "Any query works here, in this browser alone. Names are as the tables have them: champions, other, unknown.",
  exploreSqlCube: "one row per month, dimension, value and segment; segment is null for all of them.",
  exploreSqlFlows: "one row per month, dimension, value, from_segment and to_segment.",
  exploreSqlPeople:
    "one row per customer of the newest month, without anything that names them: segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band and tenure_band. What too few customers share is other, a score null. For distributions and cross-tabs:",
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
