import {defineTable, type FitRow, purchaseModelNames, purchaseModels, readFits} from "../../data-loaders/published.ts";

const WEEK = 7;
const day = (value: string) => `CAST(date_diff('day', DATE '1970-01-01', ${value}) AS INTEGER)`;

export default defineTable({
  grain:
    "One row per week and model: repeat purchases of the customers of before, actual and expected by a model that was fitted without the last months. None where the data are too short.",
  key: ["week", "method"],
  columns: [
    {name: "week", type: "date", isNullable: false, about: "first day; the months held out begin with a week"},
    {name: "days", type: "integer", isNullable: false, about: "7; fewer in the first and the last week"},
    {name: "is_held_out", type: "boolean", isNullable: false, about: "the model was fitted without it"},
    {name: "method", type: "text", isNullable: false, about: "bg-nbd, mbg-nbd or pareto-nbd"},
    {name: "actual", type: "integer", isNullable: false, about: "repeat purchases in the week"},
    {name: "expected", type: "number", isNullable: false, about: "as the model expects of customers like these"},
    {name: "actual_to_date", type: "integer", isNullable: false, about: "from the first week to this one"},
    {name: "expected_to_date", type: "number", isNullable: false, about: "the same, expected"},
  ],
  inputs: ["value_fits", "purchase_histories", "orders", "account_persons"],
  async rows({query, integers}) {
    const fits = readFits(
      await query<FitRow>(
        `SELECT period, model, parameter, status, estimate, log_covariances, log_likelihood
        FROM value_fits ORDER BY period, model, position`,
      ),
      "before",
    );
    const methods = purchaseModelNames.filter((name) => fits.has(name));
    if (methods.length === 0) return [];
    const [cuts, ends] = await integers(
      `SELECT ${day("max(cut_on)")}, CAST(max(held_days) AS INTEGER) FROM purchase_histories WHERE cut_on IS NOT NULL`,
    );
    const cut = cuts![0]!;
    const end = cut + ends![0]!;
    const [firstDays, firsts] = await integers(
      `SELECT ${day("first_on")}, CAST(count(*) AS INTEGER) FROM purchase_histories
      WHERE cut_on IS NOT NULL GROUP BY first_on ORDER BY first_on`,
    );
    const [repeatDays, repeats] = await integers(
      `SELECT ${day("d.day")}, CAST(count(*) AS INTEGER)
      FROM (
        SELECT DISTINCT a.person_no, o.ordered_on AS day
        FROM orders o
        JOIN account_persons a ON a.customer_id = coalesce(o.customer_id, o.guest_id)
        WHERE o.is_counted
      ) AS d
      JOIN purchase_histories h ON h.person_no = d.person_no
      WHERE h.cut_on IS NOT NULL AND d.day > h.first_on AND date_diff('day', h.cut_on, d.day) <= h.held_days
      GROUP BY d.day ORDER BY d.day`,
    );
    const start = firstDays![0]!;
    const counted = new Map(Array.from(repeatDays!, (on, i) => [on, repeats![i]!]));
    const weeks: {from: number; to: number}[] = [];
    for (let from = cut + 1 - WEEK * Math.ceil((cut + 1 - start) / WEEK); from <= end; from += WEEK)
      weeks.push({from: Math.max(from, start), to: Math.min(from + WEEK - 1, end)});

    return methods.flatMap((method) => {
      const {params} = fits.get(method)!;
      // What somebody new is expected to do within so many days.
      const expectedWithin = Array.from({length: end - start + 1}, (_, days) =>
        purchaseModels[method].model.expectedTransactionsOfNewCustomer(params, days / WEEK),
      );
      let actualToDate = 0;
      let expectedToDate = 0;
      return weeks.map(({from, to}) => {
        let actual = 0;
        for (let on = from; on <= to; on++) actual += counted.get(on) ?? 0;
        actualToDate += actual;
        const before = expectedToDate;
        expectedToDate = 0;
        firstDays!.forEach((first, i) => {
          if (first <= to) expectedToDate += firsts![i]! * expectedWithin[to - first]!;
        });
        return {
          week: new Date(from * 86_400_000).toISOString().slice(0, 10),
          days: to - from + 1,
          is_held_out: from > cut,
          method,
          actual,
          expected: expectedToDate - before,
          actual_to_date: actualToDate,
          expected_to_date: expectedToDate,
        };
      });
    });
  },
});
