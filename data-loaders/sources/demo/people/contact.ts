import type {RandomStream} from "../../../stats/random/random-stream.ts";
import type {Person} from "./person.ts";

const folded: Readonly<Record<string, string>> = {
  ç: "c",
  Ç: "c",
  ğ: "g",
  Ğ: "g",
  ı: "i",
  I: "i",
  i: "i",
  İ: "i",
  ö: "o",
  Ö: "o",
  ş: "s",
  Ş: "s",
  ü: "u",
  Ü: "u",
};
const domains = ["example.com", "example.org", "example.net", "posta.example", "eposta.example"] as const;

/** Lower-case ASCII of a Turkish name. */
function foldName(name: string): string {
  let text = "";
  for (const letter of name) text += folded[letter] ?? letter.toLowerCase();
  return text;
}

/** An address that is nobody's: reserved domains (RFC 2606), made unique by the serial. */
export function emailOf(firstName: string, lastName: string, serial: number, random: RandomStream): string {
  const join = random.pick([".", "_", ""]);
  return `${foldName(firstName)}${join}${foldName(lastName)}${serial + 10}@${random.pick(domains)}`;
}

/** Ten digits beginning with 57, a block that no operator uses; 7919 has no factor in common with 10^8, so all differ. */
export function phoneOf(serial: number): string {
  return `57${String((serial * 7919 + 31_415_926) % 100_000_000).padStart(8, "0")}`;
}

/** The ways in which people type one number. */
export function typePhone(digits: string, way: number): string {
  const [a, b, c, d] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)];
  switch (way % 6) {
    case 0:
      return `+90 ${a} ${b} ${c} ${d}`;
    case 1:
      return `0${digits}`;
    case 2:
      return digits;
    case 3:
      return `0(${a}) ${b}-${c}-${d}`;
    case 4:
      return `0090${digits}`;
    default:
      return `0 ${a} ${b} ${c}${d}`;
  }
}

/** The ways in which people type one address: as it is, in capitals, with stray spaces. */
export function typeEmail(email: string, way: number): string {
  switch (way % 4) {
    case 1:
      return email.toUpperCase();
    case 2:
      return ` ${email} `;
    case 3:
      return email.charAt(0).toUpperCase() + email.slice(1);
    default:
      return email;
  }
}

/** The social account that one person in eight is known by; empty for the others. */
export function socialHandle(person: Person): string {
  return person.serial % 8 === 3 ? `@${foldName(person.firstName)}_${(person.serial + 100).toString(36)}` : "";
}
