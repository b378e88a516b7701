import {describe, expect, test} from "vitest";
import {openOnlineRetail} from "../../helpers/open-online-retail.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {findPublicData} from "../../public-data.ts";

const file = findPublicData("online-retail/online-retail.csv.gz");

// Counts of ../shared/data/README.md: 541,909 rows, 135,080 without CustomerID, 2,515 with price 0 and two below.
describe.skipIf(!file)("Online Retail", {timeout: 120_000}, () => {
  const warehouse = openOnlineRetail(file);

  test("counts are the known ones, and what lacks a customer makes the grade", async () => {
    const rows = await publishedRows<{measure: string; subject: string; rows: number}>(warehouse(), "source-quality");
    const counts = Object.fromEntries(rows.map(({measure, subject, rows: n}) => [`${measure} ${subject}`.trim(), n]));
    // Of the rows without CustomerID 2,477, and of the 5,268 repeated ones five, are among those that are left out.
    expect(counts).toEqual({
      accepted: 541_909 - 2517,
      "declared price is not positive": 2515 + 2,
      "empty customer_id": 135_080 - 2477,
      "needed customer_id": 135_080 - 2477,
      repeated: 5268 - 5,
    });
    const trend = await publishedRows(warehouse(), "quality-trend");
    expect(trend).toMatchObject([
      {entity: "all", as_of: "2011-12-09", grade: "C", reason: "needed"},
      {entity: "order_lines", records: 541_909, newest_on: "2011-12-09", days_behind: 0},
    ]);
  });

  test("the Christmas break is the one silence that its weekly rhythm does not explain", async () => {
    const months = await publishedRows<{month: string; entity: string; silent_days: number}>(
      warehouse(),
      "source-months",
    );
    expect(
      months
        .filter((row) => row.entity === "order_lines" && row.silent_days > 0)
        .map((row) => [row.month, row.silent_days]),
    ).toEqual([
      ["2010-12-01", 8],
      ["2011-01-01", 3],
    ]);
  });
});
