/**
 * The icon of the site, an M, as a link that needs no file. Framework decodes and encodes addresses in the head: the
 * drawing has no character that does not survive that (no #, % or ?).
 */
const drawing =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='3' fill='rgb(15,76,129)'/>" +
  "<path d='M4 12V4.5l4 4.5 4-4.5V12' fill='none' stroke='white' stroke-width='1.8'/></svg>";

export const iconLink = `<link rel="icon" href="data:image/svg+xml,${encodeURI(drawing)}">`;
