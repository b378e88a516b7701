import type {Person} from "./person.ts";

/** Whether the person has allowed the channel, and for e-mail not yet left the list. */
export function mayReach(person: Person, channel: "email" | "sms" | "push", day: number): boolean {
  if (channel === "email") return person.emailConsent && day < person.unsubscribesDay;
  if (channel === "sms") return person.smsConsent;
  return person.favouriteChannel === "mobile_app";
}

/** E-mail where it is allowed, else SMS, else null. */
export function writtenChannel(person: Person, day: number): "email" | "sms" | null {
  if (mayReach(person, "email", day)) return "email";
  return mayReach(person, "sms", day) ? "sms" : null;
}
