import {entities} from "../../entities/entities.ts";
import type {FieldType} from "../../entities/entity.ts";
import {birthDates, fieldNames, unitPrices} from "./field-names.ts";
import {matchName} from "./match-names.ts";
import type {ColumnProfile} from "./profile-columns.ts";
import type {Reading} from "./readings.ts";

/** A column within the expression of a field, and as what it is read; absent: as it stands. */
export interface Part {
  column: ColumnProfile;
  reading?: Reading;
}

/** What a field is thought to come from. */
export interface FieldGuess {
  field: string;
  parts: Part[];
  /** SQL of the field, given that of its parts. */
  write(parts: string[]): string;
  /** From 0 to 1: how well the names fit. */
  score: number;
  /** Why it is not certain. */
  doubt?: string;
}

export interface EntityGuess {
  entity: string;
  fields: FieldGuess[];
  /** Required fields that no column seems to hold, or what else speaks against it. */
  lacks: string[];
}

/** What must be there for a file to be worth reading as an entity, beside the required fields. */
const oneOf: Record<string, readonly string[]> = {
  order_lines: ["product_id", "ordered_at", "customer_id"],
  customers: ["registered_on", "gender", "birth_year", "city", "acquisition_source", "email", "phone"],
  products: ["name", "department", "category", "subcategory", "list_price"],
  cancellations: ["cancelled_at"],
  deliveries: ["shipped_on", "promised_on", "actual_on"],
};

/** Entities with a row for each of these: a file in which they repeat is about something else. */
const namedBy: Record<string, string> = {
  orders: "order_id",
  customers: "customer_id",
  products: "product_id",
  deliveries: "order_id",
};

/** A file is one of these at most, the first that fits; returns, cancellations and deliveries may stand beside it. */
const kinds = ["order_lines", "orders", "customers", "products"];

/**
 * The entities that a file's columns suggest, and, for the rest, what each lacks, nearest first. Same columns, same
 * guesses.
 */
export function guessEntities(columns: readonly ColumnProfile[]): {fit: EntityGuess[]; near: EntityGuess[]} {
  const all = Object.keys(entities).map((entity) => guessEntity(entity, columns));
  const complete = all.filter(({lacks}) => lacks.length === 0);
  const first = kinds.find((kind) => complete.some(({entity}) => entity === kind));
  const fit = complete.filter(({entity}) => entity === first || !kinds.includes(entity));
  const near = all
    .filter(({fields, lacks}) => lacks.length && fields.length)
    .sort((a, b) => sumScores(b) - b.lacks.length - (sumScores(a) - a.lacks.length));
  return {fit, near};
}

/** Whether a column's name is one that names rows: it matters whether its values repeat. */
export function namesRows(name: string): boolean {
  return Object.entries(namedBy).some(
    ([entity, field]) => matchName(name, [field, ...fieldNames[entity]![field]!]) > 0,
  );
}

const isRepeated = ({distinct = 0, records}: ColumnProfile) => distinct < 0.9 * records;

const sumScores = ({fields}: EntityGuess) => fields.reduce((sum, {score}) => sum + score, 0);

function guessEntity(entity: string, columns: readonly ColumnProfile[]): EntityGuess {
  const {fields} = entities[entity]!;
  const guesses = assignColumns(entity, columns);
  if (entity === "order_lines") completeOrderLines(guesses, columns);
  if (entity === "customers") completeCustomers(guesses, columns);
  const has = (name: string) => guesses.some(({field}) => field === name);
  const lacks = Object.keys(fields).filter((name) => fields[name]!.required && !has(name));
  if (oneOf[entity] && !oneOf[entity].some(has)) lacks.push(`one of ${oneOf[entity].join(", ")}`);
  const name = guesses.find(({field}) => field === namedBy[entity])?.parts[0]?.column;
  if (name && isRepeated(name)) lacks.push(`a row for each ${namedBy[entity]}`);
  // What is known by the fields' own names alone must look like the whole file.
  if (!fieldNames[entity] && guesses.length < columns.length / 2) lacks.push("more columns of these names");
  const order = Object.keys(fields);
  guesses.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return {entity, fields: guesses, lacks};
}

/** Gives each field the column whose name fits best, of those whose values can be read as its type. */
function assignColumns(entity: string, columns: readonly ColumnProfile[]): FieldGuess[] {
  const pairs = Object.entries(entities[entity]!.fields).flatMap(([field, {type}]) =>
    columns.flatMap((column) => {
      const score = Math.max(
        matchName(column.name, [field, ...(fieldNames[entity]?.[field] ?? [])]),
        field === "email" && column.filled && column.emails >= 0.9 * column.filled ? 0.8 : 0,
      );
      const reading = readAs(column, type);
      const isWord = type === "text" && !field.endsWith("_id");
      if (isWord && score < 0.9 && column.readings[0]?.reading.type === "integer") return [];
      return score > 0 && (type === "text" || reading) ? [{field, column, score, reading}] : [];
    }),
  );
  pairs.sort((a, b) => b.score - a.score);
  const guesses: FieldGuess[] = [];
  for (const {field, column, score, reading} of pairs) {
    const isTaken = guesses.some((guess) => guess.field === field || guess.parts[0]!.column === column);
    if (isTaken) continue;
    const part = reading ? {column, reading} : {column};
    guesses.push({
      field,
      parts: [part],
      write: ([sql]) => sql!,
      score,
      ...(score < 0.9 ? {doubt: "its name fits in part"} : {}),
    });
  }
  return guesses;
}

const readTypes: Record<FieldType, readonly Reading["type"][]> = {
  text: [],
  integer: ["integer"],
  money: ["integer", "decimal"],
  boolean: ["boolean"],
  date: ["date", "timestamp"],
  timestamp: ["date", "timestamp"],
};

/** The likeliest way to read a column as a field's type. */
function readAs(column: ColumnProfile, type: FieldType): Reading | undefined {
  return column.readings.find(({reading}) => readTypes[type].includes(reading.type))?.reading;
}

/** What an order line may be given by way of other columns: its amount by units and price, its order by who and when. */
function completeOrderLines(guesses: FieldGuess[], columns: readonly ColumnProfile[]): void {
  const find = (name: string) => guesses.find(({field}) => field === name);
  const quantity = find("quantity");
  if (!find("amount")) {
    const price = findColumn(columns, unitPrices, "money", guesses);
    if (price && quantity)
      guesses.push({
        field: "amount",
        parts: [quantity.parts[0]!, price.part],
        write: ([units, each]) => `${units} * ${each}`,
        score: price.score,
      });
    else if (price)
      guesses.push({
        field: "amount",
        parts: [price.part],
        write: ([sql]) => sql!,
        score: 0.7,
        doubt: "a price, taken for that of the whole line: no column holds units",
      });
  }
  const [customer, time] = [find("customer_id")?.parts[0], find("ordered_at")?.parts[0]];
  if (!find("order_id") && customer && time && isRepeated(customer.column))
    guesses.push({
      field: "order_id",
      parts: [{column: customer.column}, {column: time.column}],
      write: ([who, when]) => `concat_ws(' ', ${who}, ${when})`,
      score: 0.5,
      doubt: "orders have no number: what a customer bought at one time is taken for one order",
    });
  const signed = [quantity, find("amount")].find((guess) => (guess?.parts[0]?.column.negative ?? 0) > 0);
  if (!find("is_return") && signed) {
    const part = signed.parts[0]!;
    guesses.push({
      field: "is_return",
      parts: [part],
      write: ([sql]) => `${sql} < 0`,
      score: 0.7,
      doubt: `${part.column.negative.toLocaleString("en")} values are negative; are they goods that came back?`,
    });
  }
}

function completeCustomers(guesses: FieldGuess[], columns: readonly ColumnProfile[]): void {
  if (guesses.some(({field}) => field === "birth_year")) return;
  const born = findColumn(columns, birthDates, "date", guesses);
  if (born)
    guesses.push({field: "birth_year", parts: [born.part], write: ([sql]) => `year(${sql})`, score: born.score});
}

function findColumn(
  columns: readonly ColumnProfile[],
  names: readonly string[],
  type: FieldType,
  guesses: readonly FieldGuess[],
): {part: Part; score: number} | undefined {
  const found = columns
    .filter((column) => !guesses.some(({parts}) => parts[0]!.column === column))
    .map((column) => ({column, score: matchName(column.name, names), reading: readAs(column, type)}))
    .filter(({score, reading}) => score > 0 && reading)
    .sort((a, b) => b.score - a.score)[0];
  return found && {part: {column: found.column, reading: found.reading!}, score: found.score};
}
