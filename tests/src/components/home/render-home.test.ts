import {expect, test} from "vitest";
import {renderHome} from "../../../../src/components/home/render-home.ts";
import {parsePage} from "../../framework.ts";
import {parse, smallShop} from "../../small-shop.ts";

test("the hub leads to the newest report and to every other", async () => {
  const shop = smallShop();
  const root = parse((await parsePage(renderHome(shop, {lang: "tr"}))).body);
  const reports = [...root.querySelectorAll(".years a")].map((a) => a.getAttribute("href"));
  expect(root.querySelector(".lead a")!.getAttribute("href")).toBe("/tr/report/2026-10");
  expect(reports).toHaveLength(26);
  expect(reports[0]).toBe("/tr/report/2026-10");
  expect(reports.at(-1)).toBe("/tr/report/2024-09");
  const groups = [...root.querySelectorAll(".page-groups > div")];
  expect(groups.map((group) => group.querySelector("h3")!.textContent)).toEqual([
    "Segmentler",
    "Elde tutma",
    "Değer",
    "Sepetler",
    "Keşif",
    "Veri",
  ]);
  expect(groups[2]!.querySelectorAll("a").length).toBe(2);
});
