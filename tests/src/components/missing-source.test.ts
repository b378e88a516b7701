import {expect, test} from "vitest";
import {renderExplore} from "../../../src/components/explore/render-explore.ts";
import {getMessages} from "../../../src/components/messages.ts";
import {missingSource} from "../../../src/components/missing-source.ts";
import {renderReport} from "../../../src/components/report/render-report.ts";
import {parsePage} from "../framework.ts";
import {document, parse, smallShop} from "../small-shop.ts";

const context = {t: getMessages("tr", "TRY"), lang: "tr"} as const;
const shop = (...fields: string[]) => ({
  ...smallShop(),
  usage: smallShop().usage.map((row) => (fields.includes(row.field) ? {...row, is_filled: false} : row)),
});

test("what is missing, what is seen instead, what it brings, where to go", () => {
  const root = parse(missingSource(["returns"], context).html);
  expect(root.querySelector("b")!.textContent).toBe("Veride yok: iadeler");
  expect(root.querySelector("li")!.textContent).toBe(
    "Net cirodan iade edilen mallar düşülmüyor. İadeler olsaydı brüt yerine net ciroyu ve aldığını geri gönderenleri görürdünüz.",
  );
  expect(root.querySelector("a")!.getAttribute("href")).toBe("/tr/sources");
});

test("nothing where nothing is missing", () => expect(missingSource([], context).html).toBe(""));

test("a report without returns and cancellations says that net is gross", async () => {
  const note = async (...fields: string[]) => {
    const source = renderReport(shop(...fields), {lang: "en", month: "2026-10", document});
    return parse((await parsePage(source)).body).querySelector(".sales > .note")?.textContent;
  };
  expect(await note("amount", "order_id")).toContain("so net revenue is gross revenue");
  expect(await note("amount")).toContain("Net revenue does not take returned goods off.");
  expect(await note()).not.toMatch(/gross|returned/);
});

test("exploration offers the attributes that there are, and explains the others", async () => {
  const {code, body} = await parsePage(renderExplore(shop("gender", "channel"), {lang: "en"}), "/en/explore");
  expect(code).toHaveLength(12);
  expect(body).toContain("Not part of the data: order channels, gender");
  const source = renderExplore(shop("gender", "channel"), {lang: "en"});
  expect(source).toContain(
    '"dimensions":[["City","city"],["Age band","age_band"],["First source","acquisition_source"],["Favourite category","favourite_category"]]',
  );
});

test("exploration without any attribute explains itself and loads nothing", async () => {
  const source = renderExplore(shop("city", "channel", "gender", "birth_year", "acquisition_source", "category"), {
    lang: "en",
  });
  const {code, body} = await parsePage(source, "/en/explore");
  expect(code).toEqual([]);
  expect(source).not.toContain("customer-cube");
  expect(parse(body).querySelectorAll(".missing-source li").length).toBe(6);
});
