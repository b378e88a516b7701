/** Leading digits and lengths of the schemes: American Express, Visa, Mastercard, Maestro, Discover, JCB, UnionPay, Troy. */
const schemes = [
  /^3[47]\d{13}$/,
  /^4\d{12}(?:\d{3}){0,2}$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^(?:50|5[6-8]|6\d)\d{10,17}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^9792\d{12}$/,
];

/** Whether digits are the number of a payment card: of a scheme's length and beginning, with a check digit after Luhn. */
export function isCardNumber(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits) || !schemes.some((scheme) => scheme.test(digits))) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum % 10 === 0;
}
