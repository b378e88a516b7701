import {describe, expect, test} from "vitest";
import {bindParameters, quoteName, quoteText, toLiteral} from "../../../data-loaders/engine/sql-text.ts";

describe("bindParameters", () => {
  const values = {n: 12, flag: true, nothing: null, text: "it's", day: "2026-10-31", a: 1, ab: 2};

  test("puts values in, as literals of their types, and says which", () => {
    expect(bindParameters("SELECT $n, $flag, $nothing, $text, $day, $n", values)).toEqual({
      sql: "SELECT 12, true, NULL, 'it''s', DATE '2026-10-31', 12",
      used: ["n", "flag", "nothing", "text", "day"],
    });
  });

  test("leaves strings, quoted names and comments alone", () => {
    const sql = `SELECT '$n ''$n''', "a $n ""$n""" -- $n and '\nFROM t WHERE x = $n`;
    expect(bindParameters(sql, values)).toEqual({sql: sql.replace(/\$n$/, "12"), used: ["n"]});
  });

  test("takes the longest name", () => {
    expect(bindParameters("$a $ab $a", values).sql).toBe("1 2 1");
  });

  test("refuses a name that has no value, naming those that there are", () => {
    expect(() => bindParameters("SELECT $m", {n: 1, k: 2})).toThrow("unknown parameter $m; there are $n, $k");
  });

  test("does not take what every object has for a value", () => {
    expect(() => bindParameters("SELECT $constructor", {n: 1})).toThrow("unknown parameter $constructor");
  });

  test("does not mistake a value for a pattern of replacement", () => {
    expect(bindParameters("SELECT $text", {text: "$& $1 $n"}).sql).toBe("SELECT '$& $1 $n'");
  });
});

test("quotes are doubled", () => {
  expect([quoteText("it's"), quoteName('a "b"'), toLiteral("2026-10-31x")]).toEqual([
    "'it''s'",
    '"a ""b"""',
    "'2026-10-31x'",
  ]);
});
