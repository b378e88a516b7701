import {type CountryCode, isSupportedCountry, parsePhoneNumberFromString} from "libphonenumber-js/min";

/**
 * A phone number, however typed, in E.164: `0(532) 123-45 67` → `+905321234567`. Undefined for what cannot be a number of
 * its country (length and first digits are checked, not whether it was given to anybody). An extension is left out.
 *
 * @param text as typed
 * @param country ISO 3166 code of the country where no country is written
 */
export function normalizePhone(text: string, country: string): string | undefined {
  // The library takes no bracket before a plus, and people write (+90).
  const phone = parsePhoneNumberFromString(text.trim().replace(/^[ ()./-]+/, ""), {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  return phone?.isValid() ? phone.number : undefined;
}

/** Whether a code names a country whose numbers are known. */
export function isPhoneCountry(code: string): boolean {
  return isSupportedCountry(code);
}
