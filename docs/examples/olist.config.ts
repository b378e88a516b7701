import {defineConfig} from "../../data-loaders/config/define-config.ts";
import {fromEnvironment} from "../../data-loaders/config/from-environment.ts";
import {fromPreset} from "../../data-loaders/sources/from-preset.ts";

// Brazilian E-Commerce Public Dataset by Olist: a marketplace, 2016 to 2018, a file for each entity.
export default defineConfig({
  name: "Olist",
  timeZone: "America/Sao_Paulo",
  currency: "BRL",
  languages: ["en", "tr"],
  sources: fromPreset("olist", {
    folder: fromEnvironment(
      "OLIST_FOLDER",
      "the folder of https://www.kaggle.com/datasets/olistbr/brazilian-ecommerce",
    ),
  }),
  // Each order has a customer of its own; what links them is the person's identifier.
  identity: {maxAccountsPerIdentifier: 100},
});
