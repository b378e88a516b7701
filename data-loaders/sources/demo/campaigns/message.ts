import type {RandomStream} from "../../../stats/random/random-stream.ts";
import type {Campaign} from "./campaigns.ts";

export interface MessageEvent {
  readonly event: "sent" | "delivered" | "open" | "click" | "bounce" | "unsubscribe" | "complaint";
  readonly second: number;
}

export interface Message {
  readonly id: string;
  readonly channel: Campaign["channel"];
  /** Empty for an ordinary newsletter. */
  readonly campaignId: string;
  readonly type: Campaign["messageType"];
  readonly second: number;
  readonly events: readonly MessageEvent[];
}

/** How often a delivered message is opened by people who buy and by those who have gone quiet, and clicked once open. */
const habits = {
  email: {bounce: 0.012, active: 0.34, quiet: 0.1, click: 0.2},
  sms: {bounce: 0.02, active: 0, quiet: 0, click: 0.03},
  push: {bounce: 0.03, active: 0.11, quiet: 0.02, click: 0.5},
} as const;

/** What becomes of one message. An SMS has no opening, only its link may be clicked. */
export function react(
  channel: Message["channel"],
  second: number,
  active: boolean,
  random: RandomStream,
): MessageEvent[] {
  const habit = habits[channel];
  const events: MessageEvent[] = [{event: "sent", second}];
  if (random.chance(habit.bounce)) return [...events, {event: "bounce", second: second + 3}];
  events.push({event: "delivered", second: second + 2 + random.integer(0, 20)});
  const opens = random.chance(active ? habit.active : habit.quiet);
  if (!opens && channel !== "sms") return events;
  const opened = second + 30 + Math.floor(random.exponential(5 * 3600));
  if (opens) events.push({event: "open", second: opened});
  if (random.chance(active ? habit.click : habit.click / 3)) events.push({event: "click", second: opened + 15});
  if (random.chance(0.0015)) events.push({event: "complaint", second: opened + 40});
  return events;
}

/** What becomes of a message that brings an order: it is read and followed at once. */
export function clicked(channel: Message["channel"], second: number): MessageEvent[] {
  const events: MessageEvent[] = [
    {event: "sent", second},
    {event: "delivered", second: second + 5},
  ];
  if (channel === "email") events.push({event: "open", second: second + 900});
  return [...events, {event: "click", second: second + 930}];
}
