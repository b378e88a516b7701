import {isPhoneCountry, normalizePhone} from "../identity/normalize-phone.ts";
import {isCardNumber} from "./card-number.ts";
import type {SiteText} from "./site-text.ts";

/** Something that must not be published, by the rule that found it. */
export interface Match {
  rule: string;
  value: string;
}

const email = /[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Digits in groups, as cards are written; figures have points or commas. */
const card = /(?<![\w.,+-])\d(?:[ \u00a0-]?\d){11,18}(?![\w]|[.,-]\d)/g;

/** A phone with its country, or with the leading zero that no figure has. Points set figures apart: they count as none. */
const phone = /(?<![\w.,])(?:\+|\(\+|00|\(?0)[ \u00a0()/-]{0,2}\d(?:[ \u00a0()/-]{0,2}\d){7,13}(?![\w]|[.,]\d)/g;
const phoneWithPoints = /(?<![\w.,])(?:\+\d{1,3}|0)[ .]?\(?\d{3}\)?[ .]\d{3}\.\d{2}\.\d{2}(?![\w]|[.,]\d)/g;

/** A release's id, of which one in forty has digits alone: `2026-10-1-29988330` holds what a phone looks like. */
const releaseId = /(?<![\w-])\d{4}-\d\d-[1-9]\d{0,5}-[\da-f]{8}(?![\w-])/g;

const keys: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ["private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ["key of Amazon Web Services", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ["token of GitHub", /\b(?:gh[pousr]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/g],
  ["token of GitLab", /\bglpat-[0-9A-Za-z_-]{20,}/g],
  ["token of Slack", /\bxox[abeoprs]-[0-9A-Za-z-]{10,}/g],
  ["key of Google", /\bAIza[0-9A-Za-z_-]{35}/g],
  ["key of Stripe", /\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}/g],
  ["token of npm", /\bnpm_[0-9A-Za-z]{36}/g],
  ["JSON web token", /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}/g],
  ["address with a password", /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'<>]+:[^\s:/@"'<>]+@[\w.-]+/g],
];

/** Any of them: of most texts one question is enough. */
const anyKey = new RegExp(keys.map(([, {source}]) => source).join("|"));

/** Finds what gives itself away by its form. Numbers are looked for in what people read, not in code or drawings. */
export function* findPatterns({text, isProse}: SiteText, country: string): Generator<Match> {
  if (text.includes("@") || text.includes("%40"))
    for (const [value] of text.matchAll(email)) yield {rule: "e-mail address", value: value.replace("%40", "@")};
  if (anyKey.test(text))
    for (const [rule, pattern] of keys) for (const [value] of text.matchAll(pattern)) yield {rule, value};
  if (!isProse || text.length < 8) return;
  const prose = text.replaceAll(releaseId, "");
  for (const [value] of prose.matchAll(card))
    if (isCardNumber(value.replace(/\D/g, ""))) yield {rule: "card number", value};
  for (const pattern of [phone, phoneWithPoints])
    for (const [value] of prose.matchAll(pattern)) if (isPhone(value, country)) yield {rule: "phone number", value};
}

function isPhone(text: string, country: string): boolean {
  const digits = text.replace(/[^\d+]/g, "").replace(/^00/, "+");
  return normalizePhone(digits, isPhoneCountry(country) ? country : "TR") !== undefined;
}
