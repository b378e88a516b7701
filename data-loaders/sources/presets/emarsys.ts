import type {Preset} from "./preset.ts";

export const emarsys: Preset = {
  about:
    "SAP Emarsys: sales data as its file specification has it (help.emarsys.com: Preparing your sales data file; the price is that of the whole line, times are UTC, what is negative is a return), contacts as exported with the names of the system's fields, e-mail events as the tables email_sends, email_opens and email_clicks of Open Data.",
  sources: {
    order_lines: {
      kind: "csv",
      path: "sales_items*.csv*",
      columns: {price: "decimal", quantity: "decimal", timestamp: "instant"},
      map: {
        order_id: "order",
        product_id: "item",
        customer_id: "customer",
        ordered_at: "timestamp",
        quantity: "abs(quantity)",
        amount: "abs(price)",
        is_return: "quantity < 0 OR price < 0",
      },
    },
    customers: {
      kind: "csv",
      path: "contacts*.csv*",
      map: {
        customer_id: "User ID",
        email: "Email",
        phone: "Mobile",
        city: "City",
        gender: "Gender",
        birth_year: `left("Date of Birth", 4)`,
      },
    },
    message_events: {
      kind: "csv",
      path: ["email_sends*.csv*", "email_opens*.csv*", "email_clicks*.csv*"],
      columns: {event_time: "instant"},
      map: {
        message_id: "concat_ws('-', campaign_id, launch_id, message_id, contact_id)",
        customer_id: "contact_id",
        channel: "'email'",
        event: `CASE WHEN "file name" LIKE 'email_sends%' THEN 'sent' WHEN "file name" LIKE 'email_opens%' THEN 'open' ELSE 'click' END`,
        occurred_at: "event_time",
      },
      // A message is opened more than once.
      key: ["message_id", "event", "occurred_at"],
    },
  },
};
