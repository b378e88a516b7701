import {JSDOM} from "jsdom";
import {createFixture, type Fixture} from "./fixtures.ts";

let shop: Fixture | undefined;

/** Twenty-six months of a shop of a few hundred customers, made once per test file. Not to be changed: copy it. */
export function smallShop(): Fixture {
  shop ??= createFixture({first: "2024-09", count: 26, customers: 700});
  return shop;
}

export const {document} = new JSDOM("").window;

/** An element of the HTML, for queries. */
export function parse(html: string): HTMLElement {
  const body = new JSDOM(`<!DOCTYPE html><body>${html}`).window.document.body;
  return body;
}
