import type {Preset} from "./preset.ts";

export const relatedDigital: Preset = {
  about:
    "Related Digital (RMC): members, orders and message events as scheduled exports write them, separated by semicolons. The demographic columns of an account have names that it chose: KEY_ID, EMAIL, GSM_NO, GENDER, BIRTH_DATE and CITY are the usual ones; change `map` where yours differ.",
  sources: {
    customers: {
      kind: "csv",
      path: "members*.csv*",
      delimiter: ";",
      map: {
        customer_id: "KEY_ID",
        email: "EMAIL",
        phone: "GSM_NO",
        gender: "GENDER",
        birth_year: "left(BIRTH_DATE, 4)",
        city: "CITY",
        registered_on: "REGISTER_DATE",
      },
    },
    order_lines: {
      kind: "csv",
      path: "orders*.csv*",
      delimiter: ";",
      columns: {QUANTITY: "integer", PRICE: "decimal"},
      map: {
        order_id: "ORDER_ID",
        customer_id: "KEY_ID",
        product_id: "PRODUCT_CODE",
        ordered_at: "ORDER_DATE",
        quantity: "QUANTITY",
        amount: "QUANTITY * PRICE",
      },
    },
    message_events: {
      kind: "csv",
      path: "events*.csv*",
      delimiter: ";",
      map: {
        message_id: "POST_ID || '-' || KEY_ID",
        customer_id: "KEY_ID",
        channel: "lower(CHANNEL)",
        event: "CASE lower(EVENT) WHEN 'unsub' THEN 'unsubscribe' WHEN 'spam' THEN 'complaint' ELSE lower(EVENT) END",
        occurred_at: "EVENT_DATE",
      },
      key: ["message_id", "event", "occurred_at"],
    },
  },
};
