import {siteConfig} from "./data-loaders/site/site-config.ts";
import {siteHeader} from "./src/components/site-header.ts";

export default siteConfig({
  projectRoot: import.meta.dirname,
  root: process.env.MUDAVIM_SOURCE_ROOT ?? "src",
  siteHeader,
});
