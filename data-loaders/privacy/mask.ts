/** A value that may be seen by whoever reads a log: its ends, and how long it is. */
export function mask(value: string): string {
  const characters = Array.from(value.trim());
  const {length} = characters;
  return length < 5 ? `… (${length} characters)` : `${characters[0]}…${characters.at(-1)} (${length} characters)`;
}
