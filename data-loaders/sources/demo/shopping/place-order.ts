import {cumulate, type RandomStream} from "../../../stats/random/random-stream.ts";
import {dateOf} from "../calendar.ts";
import type {Shelf} from "../catalogue/catalogue.ts";
import {priceLevel} from "../catalogue/price-index.ts";
import {cities} from "../people/cities.ts";
import type {Account, Channel, Person} from "../people/person.ts";
import {afterSale} from "./after-sale.ts";
import {deliver} from "./deliver.ts";
import {fillBasket, type Wanted} from "./fill-basket.ts";
import type {Order} from "./order.ts";

const onlineHours = cumulate([
  14, 8, 4, 2, 2, 3, 8, 16, 26, 36, 42, 44, 52, 48, 42, 40, 40, 42, 44, 50, 64, 74, 62, 34,
]);
const openingHours = cumulate([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 30, 42, 45, 42, 44, 52, 60, 62, 54, 36, 14, 0, 0]);
const devices: Readonly<Record<Channel, readonly string[]>> = {
  web: ["desktop", "desktop", "desktop", "mobile", "mobile", "mobile", "mobile", "tablet"],
  mobile_app: ["android", "android", "android", "ios", "ios"],
  store: ["pos"],
  call_center: ["phone"],
};
const onlinePayments = [
  "credit_card",
  "debit_card",
  "wallet",
  "bank_transfer",
  "cash_on_delivery",
  "gift_card",
] as const;
const onlinePaymentWeights = cumulate([58, 16, 11, 5, 8, 2]);
const storePayments = ["credit_card", "debit_card", "cash", "gift_card"] as const;
const storePaymentWeights = cumulate([55, 22, 20, 3]);
const everyChannel: readonly Channel[] = ["web", "mobile_app", "store", "call_center"];
const everyChannelWeights = cumulate([37, 43, 14, 6]);

/** How one order is placed: when on its day, over which channel, for which products, on which terms, and what becomes of it. */
export function placeOrder(
  shelves: readonly Shelf[],
  person: Person,
  day: number,
  notBefore: number,
  ordinal: number,
  wanted: Wanted,
  random: RandomStream,
): Order {
  const channel = random.chance(0.7)
    ? person.favouriteChannel
    : everyChannel[random.pickCumulative(everyChannelWeights)]!;
  const hours = channel === "store" ? openingHours : onlineHours;
  const drawn = random.pickCumulative(hours) * 3600 + random.integer(0, 3599);
  const inDay = drawn > notBefore ? drawn : Math.min(86_399, notBefore + 600 + random.integer(0, 3000));
  const city = random.chance(0.96) ? person.city : random.pick(cities);
  const coupon = chooseCoupon(person, day, ordinal, random);
  const lines = fillBasket(shelves, person, day, coupon.percent, wanted, random);
  const goods = lines.reduce((sum, line) => sum + line.amount - line.discount, 0);
  const level = priceLevel(day);
  const shipped = channel !== "store" && lines.some((line) => line.product.branch.department !== "Hizmet");
  const parcel = deliver(day, city, random);
  const second = day * 86_400 + inDay;
  const cancelled = afterSale(lines, second, shipped ? parcel : null, random);
  return {
    id: "",
    person,
    account: chooseAccount(person, day, channel, random),
    day,
    second,
    channel,
    device: random.pick(devices[channel]),
    city,
    payment:
      channel === "store"
        ? storePayments[random.pickCumulative(storePaymentWeights)]!
        : onlinePayments[random.pickCumulative(onlinePaymentWeights)]!,
    coupon: coupon.code,
    shipping: shipped && goods < 150_000 * level ? Math.round(89.9 * level) * 100 - 10 : 0,
    lines,
    delivery: shipped && !cancelled ? parcel : null,
  };
}

function chooseCoupon(
  person: Person,
  day: number,
  ordinal: number,
  random: RandomStream,
): {code: string; percent: number} {
  const draw = random.uniform();
  if (ordinal === 1) return draw < 0.3 ? {code: "HOSGELDIN10", percent: 10} : none;
  if (ordinal === 2 && draw < 0.15) return {code: "IKINCI15", percent: 15};
  if (draw >= person.couponLove) return none;
  const date = dateOf(day).slice(5);
  if (date >= "11-01" && date <= "11-30") return {code: "KASIM20", percent: 20};
  return draw < person.couponLove / 2 ? {code: "SEPET10", percent: 10} : {code: "UYE5", percent: 5};
}
const none = {code: "", percent: 0};

/** The newest account that the channel suggests, or none where somebody does not log in. */
function chooseAccount(person: Person, day: number, channel: Channel, random: RandomStream): Account | null {
  const draw = random.uniform();
  if (person.kind === "guest" || draw < 0.01) return null;
  const open = person.accounts.filter((account) => account.registeredDay <= day);
  const other = open.find((account, i) => i > 0 && (account.openedIn === channel || draw > 0.8));
  return other ?? open[0]!;
}
