import {expect, test} from "vitest";
import {plantedTruths} from "../../../data-loaders/sources/demo/planted-truths.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {withFiles} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";

test(
  "the feed that is broken in the demo is found, and no other",
  () =>
    withFiles({}, demo({customers: 300, from: "2025-10-01", to: "2026-06-30"}), async (warehouse) => {
      const months = await publishedRows<{
        month: string;
        entity: string;
        silent_days: number;
        grade: string;
        reason: string;
      }>(warehouse, "source-months");
      const {entity, from, to} = plantedTruths.brokenFeed;
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      expect(months.filter((row) => row.silent_days > 0 || row.reason === "thin")).toMatchObject([
        {month: `${from.slice(0, 7)}-01`, entity: "all", silent_days: days, grade: "B", reason: "silent"},
        {month: `${from.slice(0, 7)}-01`, entity, silent_days: days, grade: "B", reason: "silent"},
      ]);
    }),
  60_000,
);
