import type {Language} from "./language.ts";
// Modules that the browser loads name each other with .js: Framework finds the .ts, but serves no .ts address.
import {type Month, monthIndex, yearOf} from "./month.js";

const monthNames: Record<Language, string[]> = {
  tr: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

const monthAbbreviations: Record<Language, string[]> = {
  tr: "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

const units: Record<Language, [number, string][]> = {
  tr: [
    [1e9, "\u00a0Mr"],
    [1e6, "\u00a0M"],
    [1e3, "\u00a0B"],
  ],
  en: [
    [1e9, "bn"],
    [1e6, "M"],
    [1e3, "K"],
  ],
};

/** Numbers, money, dates as a reader of the language writes them. Depends on nothing but its arguments. */
export interface Format {
  readonly lang: Language;
  /** 1.204 · 1,204 */
  integer(value: number): string;
  /** With `digits` decimals (default one): 2,4 · 2.4 */
  decimal(value: number, digits?: number): string;
  /** +28, −28, 0 */
  signed(value: number): string;
  /** %18, %4,3 · 18%, 4.3%: one decimal below ten percent; not quite all is never 100. */
  percent(share: number): string;
  signedPercent(share: number): string;
  /** ₺1.234 · ₺1,234 */
  money(value: number): string;
  /** ₺1,2 M · ₺1.2M: as exact as a decision needs. */
  compactMoney(value: number): string;
  signedCompactMoney(value: number): string;
  /** Ekim 2026 · October 2026 */
  month(month: Month): string;
  /** Ekim · October */
  monthName(month: Month): string;
  /** Eki · Oct */
  monthShort(month: Month): string;
  /** Eki 2026 · Oct 2026 */
  monthShortYear(month: Month): string;
  /** 31 Ekim 2026 · 31 October 2026, of an ISO day. */
  date(day: string): string;
}

const formats = new Map<string, Format>();

/** The format of a language and currency. */
export function getFormat(lang: Language, currency: string): Format {
  const key = `${lang}:${currency}`;
  const format = formats.get(key) ?? createFormat(lang, currency);
  formats.set(key, format);
  return format;
}

function createFormat(lang: Language, currency: string): Format {
  const locale = lang === "tr" ? "tr-TR" : "en-GB";
  const fixed = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}),
  );
  const symbol =
    new Intl.NumberFormat(locale, {style: "currency", currency, currencyDisplay: "narrowSymbol"})
      .formatToParts(0)
      .find((part) => part.type === "currency")?.value ?? currency;

  const sign = (value: number) => (value < 0 ? "−" : "");
  const integer = (value: number) => sign(Math.round(value)) + fixed[0]!.format(Math.abs(Math.round(value)));
  const decimal = (value: number, digits = 1) => sign(value) + fixed[digits]!.format(Math.abs(value));
  const money = (value: number) => sign(Math.round(value)) + symbol + fixed[0]!.format(Math.abs(Math.round(value)));
  const withPercent = (text: string) => (lang === "tr" ? `%${text}` : `${text}%`);

  const percent = (share: number) => {
    const size = Math.abs(share) * 100;
    if (size === 0) return withPercent("0");
    if (size < 0.05) return `<${withPercent(fixed[1]!.format(0.1))}`;
    if (size >= 99.5 && size < 100) return sign(share) + withPercent(fixed[1]!.format(Math.min(size, 99.9)));
    return sign(share) + withPercent(fixed[size < 9.95 ? 1 : 0]!.format(size));
  };

  const compactMoney = (value: number) => {
    const size = Math.abs(value);
    for (const [scale, unit] of units[lang]) {
      if (size < scale * 0.9995) continue;
      const scaled = size / scale;
      const digits = scaled < (scale === 1e3 ? 9.95 : 99.95) ? 1 : 0;
      return `${sign(value)}${symbol}${fixed[digits]!.format(scaled)}${unit}`;
    }
    return money(value);
  };

  const plus = (value: number, text: string) => (value > 0 && !/^\D*0\D*$/.test(text) ? `+${text}` : text);

  return {
    lang,
    integer,
    decimal,
    signed: (value) => plus(Math.round(value), integer(value)),
    percent,
    signedPercent: (share) => plus(share, percent(share)),
    money,
    compactMoney,
    signedCompactMoney: (value) => plus(value, compactMoney(value)),
    month: (month) => `${monthNames[lang][monthIndex(month)]} ${yearOf(month)}`,
    monthName: (month) => monthNames[lang][monthIndex(month)]!,
    monthShort: (month) => monthAbbreviations[lang][monthIndex(month)]!,
    monthShortYear: (month) => `${monthAbbreviations[lang][monthIndex(month)]} ${yearOf(month)}`,
    date: (day) => `${Number(day.slice(8, 10))} ${monthNames[lang][monthIndex(day)]} ${yearOf(day)}`,
  };
}
