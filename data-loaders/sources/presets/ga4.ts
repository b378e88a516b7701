import type {Preset} from "./preset.ts";

/** The value of one of an event's parameters, whatever its type. */
const parameter = (name: string, type: "string_value" | "int_value") =>
  `list_filter(CAST(event_params AS JSON[]), lambda p: p->>'key' = '${name}')[1]->>'$.value.${type}'`;

export const ga4: Preset = {
  about:
    "Google Analytics 4, the events_* tables of its BigQuery export (support.google.com/analytics/answer/7029846) as lines of JSON, plain or gzip. Events that are none of the entity's are left out.",
  sources: {
    web_events: {
      kind: "json",
      path: "events_*.json*",
      lines: true,
      columns: {
        event_timestamp: "integer",
        event_name: "text",
        event_params: "text",
        event_bundle_sequence_id: "text",
        user_id: "text",
        user_pseudo_id: "text",
        platform: "text",
        "device.category": "text",
        "ecommerce.transaction_id": "text",
      },
      map: {
        event_id: "concat_ws('-', user_pseudo_id, event_timestamp, event_name, event_bundle_sequence_id)",
        occurred_at: "make_timestamptz(event_timestamp)",
        event:
          "CASE event_name WHEN 'page_view' THEN 'page_view' WHEN 'view_item' THEN 'product_view' WHEN 'search' THEN 'search' WHEN 'view_search_results' THEN 'search' WHEN 'add_to_cart' THEN 'add_to_cart' WHEN 'add_to_wishlist' THEN 'favourite' WHEN 'purchase' THEN 'purchase' END",
        session_id: `concat_ws('-', user_pseudo_id, ${parameter("ga_session_id", "int_value")})`,
        anonymous_id: "user_pseudo_id",
        customer_id: "user_id",
        channel: "CASE WHEN platform = 'WEB' THEN 'web' ELSE 'mobile_app' END",
        device: "device.category",
        page: parameter("page_location", "string_value"),
        search_term: parameter("search_term", "string_value"),
        order_id: "ecommerce.transaction_id",
      },
      reject: {
        "an event of another kind":
          "event_name NOT IN ('page_view', 'view_item', 'search', 'view_search_results', 'add_to_cart', 'add_to_wishlist', 'purchase')",
      },
    },
  },
};
