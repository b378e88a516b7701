import type {Format} from "../format.ts";

/** What is said about accounts and people. */
export const enIdentity = (f: Format) => ({
  identityTitle: (accounts: number, people: number) =>
    accounts === people
      ? `Each of ${f.integer(accounts)} accounts is one person`
      : `${f.integer(accounts)} accounts are ${f.integer(people)} people`,
  identityLinksSubtitle:
    "What brought accounts and guest orders together; not linked: values that too many accounts share to name one person",
  identityNothingShared:
    "No two accounts share an identifier, or none is delivered: every customer number is a person.",
  identityIdentifier: "Identifier",
  identityLinked: "Linked",
  identityRefused: "Not linked",
  identityKinds: {email: "E-mail", phone: "Phone", card: "Card", social: "Social account", visitor: "Browser"},
  identityChangesTitle: (merged: number | null, split: number | null) =>
    merged === null || split === null
      ? "Merged and split people: not assessed"
      : merged + split === 0
        ? "Nobody merged or split"
        : `${f.integer(merged)} people merged, ${f.integer(split)} split`,
  identityChangesSubtitle: "Who is who, compared with the last run that was given other data",
  identityChange: "Change",
  identityCount: "Number",
  identityChanges: {
    merged: "People who turned out to be one with others",
    split: "People who turned out to be several",
    alias: "New accounts of people known before",
    anchor: "People known by another account now",
  },
  identityNotAssessed: "No run before this one is known. The next one with other data will be compared.",
  identityNote:
    "Which accounts these are, and what linked them, is written to identity/ in the private folder, and never published.",
});
