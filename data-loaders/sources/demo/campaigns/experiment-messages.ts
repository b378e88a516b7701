import {RandomStream} from "../../../stats/random/random-stream.ts";
import {writtenChannel} from "../people/may-reach.ts";
import type {Person} from "../people/person.ts";
import type {Shop} from "../shop.ts";
import {clicked, type Message, react} from "./message.ts";

/** The first message of each experiment in whose treatment arm the person is; whom it moves has clicked it. */
export function experimentMessages(shop: Shop, person: Person): Omit<Message, "id">[] {
  return shop
    .participationsOf(person)
    .filter(({arm}) => arm === "treatment")
    .map(({experiment, orderDay}) => {
      const random = new RandomStream(shop.seed, `${experiment.id} message`, person.serial);
      const channel = writtenChannel(person, experiment.startDay)!;
      const second = experiment.startDay * 86_400 + 9 * 3600 + random.integer(0, 3599);
      const events = Number.isFinite(orderDay) ? clicked(channel, second) : react(channel, second, false, random);
      return {channel, campaignId: experiment.id, type: "emotional", second, events};
    });
}
