import {cancellations} from "./cancellations.ts";
import {customers} from "./customers.ts";
import type {Entity} from "./entity.ts";
import {orderLines} from "./order-lines.ts";
import {orders} from "./orders.ts";
import {products} from "./products.ts";
import {returns} from "./returns.ts";

/** Every entity of the integrated data layer by its table name. All but `order_lines` are optional. */
export const entities: Readonly<Record<string, Entity>> = {
  order_lines: orderLines,
  orders,
  cancellations,
  returns,
  customers,
  products,
};

export const entityNames = Object.keys(entities);
