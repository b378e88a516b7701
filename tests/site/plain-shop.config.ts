import {defineConfig} from "../../data-loaders/config/define-config.ts";
import {demo} from "../../data-loaders/sources/demo-source.ts";

// Three months: what is built several times is small.
export default defineConfig({
  name: "Ihlamur",
  sources: demo({customers: 400, from: "2026-02-01", to: "2026-04-17"}),
});
