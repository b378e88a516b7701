import {defineConfig} from "../../data-loaders/config/define-config.ts";
import {demo} from "../../data-loaders/sources/demo-source.ts";

// Twelve months of a few hundred customers; the last month is not over.
export default defineConfig({
  name: "Ihlamur <Çarşı> & ${1}",
  sources: demo({customers: 400, from: "2025-05-01", to: "2026-04-17"}),
});
