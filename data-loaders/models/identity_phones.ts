import {UserError} from "../user-error.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per phone that SQL cannot spell, as typed: private.",
  key: ["text"],
  columns: [
    {name: "text", type: "text", isNullable: false, about: "as typed"},
    {name: "value", type: "text", isNullable: true, about: "E.164, `+905321234567`; null: no phone number"},
  ],
  inputs: ["identity_texts"],
  emptyWithout: ["identity_texts"],
  options: ({identity}) => identity.defaultCountry,
  async rows({config, query}) {
    const {defaultCountry} = config.identity;
    const typed = await query<{text: string}>(
      "SELECT DISTINCT text FROM identity_texts WHERE kind = 'phone' AND value IS NULL ORDER BY text",
    );
    if (typed.length === 0) return [];
    // Loaded when there is work for it: it takes longer to load than most shops have phones to spell.
    const {isPhoneCountry, normalizePhone} = await import("../identity/normalize-phone.ts");
    if (!isPhoneCountry(defaultCountry))
      throw new UserError(`identity.defaultCountry: no country has the code ${JSON.stringify(defaultCountry)}`);
    return typed.map(({text}) => ({text, value: normalizePhone(text, defaultCountry) ?? null}));
  },
});
