import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";

interface Purchaser {
  frequency: number;
  ageAtLastPurchase: number;
  age: number;
  /** Mean value of the repeat purchase days of the calibration period, in dollars; NaN without any. */
  meanValue: number;
  /** Purchase days in the 39 weeks after it. */
  later: number;
}

const LAST_DAY = "19970930";
const dayOf = (text: string) => Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00Z`) / 864e5;

/**
 * The customers of the CDNOW sample as the published studies see them: purchase days, weeks, calibration to 1997-09-30.
 *
 * @param file CDNOW_sample.txt.gz
 */
export function readCdnow(file: string): Purchaser[] {
  const days = new Map<string, Map<string, number>>();
  for (const line of gunzipSync(readFileSync(file)).toString().trim().split(/\r?\n/)) {
    const [, id, day, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const own = days.get(id) ?? new Map<string, number>();
    own.set(day, (own.get(day) ?? 0) + Number(dollars));
    days.set(id, own);
  }
  return [...days.values()].map((own) => {
    const [first, ...repeats] = [...own].filter(([day]) => day <= LAST_DAY).sort(([a], [b]) => Number(a) - Number(b));
    const since = (day: string) => (dayOf(day) - dayOf(first![0])) / 7;
    return {
      frequency: repeats.length,
      ageAtLastPurchase: repeats.length === 0 ? 0 : since(repeats.at(-1)![0]),
      age: since(LAST_DAY),
      meanValue: repeats.reduce((sum, [, value]) => sum + value, 0) / repeats.length,
      later: own.size - 1 - repeats.length,
    };
  });
}
