import {manifest} from "../../data-loaders/published.ts";

/** What is published: shop, months, definitions, sources, and each table's size and hash. */
export default manifest;
