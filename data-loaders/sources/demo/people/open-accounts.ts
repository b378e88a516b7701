import {RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY} from "../calendar.ts";
import {duplicateAccounts, officePhoneAccounts, plantedTruths, throwAwayAccounts} from "../planted-truths.ts";
import {emailOf, phoneOf, typeEmail, typePhone} from "./contact.ts";
import type {Account, Channel, Person} from "./person.ts";

const otherChannel: Readonly<Record<Channel, Channel>> = {
  web: "mobile_app",
  mobile_app: "store",
  store: "web",
  call_center: "mobile_app",
};

/** Opens every buyer's and browser's first account and the planted second ones, and numbers them by registration. */
export function openAccounts(seed: number, buyers: readonly Person[], browsers: readonly Person[]): Account[] {
  const misused = misuseContacts(buyers);
  const accounts: Account[] = [];
  const open = (account: Account) => {
    account.person.accounts.push(account);
    accounts.push(account);
  };
  for (const person of [...buyers, ...browsers]) open(firstAccount(seed, person, misused.get(person)));
  duplicated(buyers).forEach((person, i) => {
    open(secondAccount(seed, person, i, buyers.length * 10 + i));
  });
  accounts.sort(
    (a, b) =>
      a.registeredDay - b.registeredDay ||
      a.person.serial - b.person.serial ||
      a.person.accounts.indexOf(a) - b.person.accounts.indexOf(b),
  );
  accounts.forEach((account, i) => {
    account.id = `M${100_001 + i}`;
  });
  return accounts;
}

/** The owners of the planted second accounts, spread evenly; every tenth account is a third one of the owner before. */
function duplicated(buyers: readonly Person[]): Person[] {
  const count = duplicateAccounts(buyers.length);
  const owners: Person[] = [];
  for (let i = 0; i < count; i++) {
    const thirdOne = i % 10 === 9;
    owners.push(thirdOne ? owners[i - 1]! : buyers[Math.floor(((i + 0.5) * buyers.length * 0.97) / count)]!);
  }
  return owners;
}

interface Misuse {
  readonly email?: string;
  readonly phone?: string;
}

/** Who gave the office's phone or a throw-away value: people without second accounts, from all over the file. */
function misuseContacts(buyers: readonly Person[]): Map<Person, Misuse> {
  const owners = new Set(duplicated(buyers));
  const others = buyers.filter((person) => !owners.has(person));
  const {sharedPhone, throwAwayEmail, throwAwayPhone} = plantedTruths.duplicates;
  const misuses: Misuse[] = [];
  for (let i = 0; i < officePhoneAccounts(buyers.length); i++) misuses.push({phone: sharedPhone});
  for (let i = 0; i < throwAwayAccounts(buyers.length); i++)
    misuses.push({email: throwAwayEmail}, {phone: throwAwayPhone});
  return new Map(
    misuses.map((misuse, i) => [others[Math.floor(((i + 0.5) * others.length) / misuses.length)]!, misuse]),
  );
}

function firstAccount(seed: number, person: Person, misuse: Misuse = {}): Account {
  const random = new RandomStream(seed, "account", person.serial);
  const gap = random.uniform();
  const given = misuse.email !== undefined || misuse.phone !== undefined;
  const emailWay = random.chance(0.04) ? random.integer(1, 3) : 0;
  const phoneWay = random.integer(0, 5);
  return {
    id: "",
    person,
    registeredDay: person.registeredDay,
    openedIn: person.favouriteChannel,
    firstName: person.firstName,
    lastName: person.lastName,
    email: misuse.email ?? (gap < 0.03 && !given ? "" : typeEmail(person.email, emailWay)),
    phone: misuse.phone ?? (gap > 0.95 && !given ? "" : typePhone(person.phone, phoneWay)),
  };
}

/** Shares the e-mail, the phone or both with the first account, typed in another way. */
function secondAccount(seed: number, person: Person, number: number, serial: number): Account {
  const random = new RandomStream(seed, "second account", number);
  const first = person.accounts[0]!;
  const sharesEmail = first.email !== "" && (first.phone === "" || number % 5 < 3);
  const sharesPhone = first.phone !== "" && (first.email === "" || number % 5 > 1);
  const lag = 10 + Math.floor(random.exponential(160));
  return {
    id: "",
    person,
    registeredDay: Math.min(LAST_DAY, person.registeredDay + lag),
    openedIn: otherChannel[person.favouriteChannel],
    firstName: person.firstName,
    lastName: person.gender === "female" && random.chance(0.1) ? `${person.lastName} Er` : person.lastName,
    email: sharesEmail
      ? typeEmail(person.email, random.integer(0, 3))
      : emailOf(person.firstName, person.lastName, serial, random),
    phone: sharesPhone
      ? typePhone(person.phone, random.integer(0, 5))
      : typePhone(phoneOf(serial), random.integer(0, 5)),
  };
}
