import {expect, test} from "vitest";
import {type TurkishCase, withCase} from "../../../src/components/turkish.ts";

const cases: [string, TurkishCase, string][] = [
  ["Ekim", "locative", "Ekim’de"],
  ["Mart", "locative", "Mart’ta"],
  ["Ağustos", "locative", "Ağustos’ta"],
  ["Eylül", "dative", "Eylül’e"],
  ["Ocak", "dative", "Ocak’a"],
  ["Temmuz", "genitive", "Temmuz’un"],
  ["Mayıs 2023", "locative", "Mayıs 2023’te"],
  ["Ekim 2026", "locative", "Ekim 2026’da"],
  ["Ekim 2030", "ablative", "Ekim 2030’dan"],
  ["%4,3", "possessive", "%4,3’ü"],
  ["%18", "possessive", "%18’i"],
  ["%40", "possessive", "%40’ı"],
  ["%12", "possessive", "%12’si"],
  ["%100", "possessive", "%100’ü"],
  ["Champions", "ablative", "Champions’tan"],
  ["At Risk", "dative", "At Risk’e"],
  ["At\u00a0Risk", "dative", "At\u00a0Risk’e"],
  ["Can’t Lose", "dative", "Can’t Lose’a"],
  ["About to Sleep", "ablative", "About to Sleep’ten"],
  ["Şampiyonlar", "ablative", "Şampiyonlar’dan"],
  ["Sadık", "dative", "Sadık’a"],
  ["Riskli", "dative", "Riskli’ye"],
  ["IŞIK", "locative", "IŞIK’ta"],
  ["VIP (B)", "ablative", "VIP (B) segmentinden"],
  ["Grp", "dative", "Grp segmentine"],
];

test.each(cases)("%s, %s: %s", (name, turkishCase, expected) => expect(withCase(name, turkishCase)).toBe(expected));
