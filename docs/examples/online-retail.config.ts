import {defineConfig} from "../../data-loaders/config/define-config.ts";
import {fromEnvironment} from "../../data-loaders/config/from-environment.ts";
import {csv} from "../../data-loaders/sources/csv.ts";

// UCI Online Retail (Chen, Sain & Guo 2012): a British gift shop, December 2010 to December 2011, one flat file.
export default defineConfig({
  name: "Online Retail",
  timeZone: "Europe/London",
  currency: "GBP",
  languages: ["en", "tr"],
  sources: {
    order_lines: csv({
      path: fromEnvironment("ONLINE_RETAIL_CSV", "the CSV of https://archive.ics.uci.edu/dataset/352/online+retail"),
      columns: {Quantity: "integer", InvoiceDate: "timestamp", UnitPrice: "decimal"},
      map: {
        order_id: "InvoiceNo",
        customer_id: "CustomerID",
        ordered_at: "InvoiceDate",
        product_id: "upper(trim(StockCode))",
        product_name: "Description",
        quantity: "Quantity",
        amount: "Quantity * UnitPrice",
        is_return: "InvoiceNo LIKE 'C%'",
        is_fee:
          "regexp_matches(upper(trim(StockCode)), '^(POST|DOT|M|D|S|C2|BANK CHARGES|AMAZONFEE|CRUK|PADS|B|GIFT_0001_.*|DCGS.*)$')",
        city: "Country",
      },
      reject: {"price is not positive": "UnitPrice <= 0"},
    }),
  },
});
