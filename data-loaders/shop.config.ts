import {defineConfig} from "./config/define-config.ts";
import {demo} from "./sources/demo-source.ts";

// The one file that a shop owner edits. Every option and its default: docs/configuration.md.
export default defineConfig({
  name: "Pazaryolu",
  sources: demo(),
});
