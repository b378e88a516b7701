/** What happens while records are counted; all of it outside of quotes. */
export interface ScanEvents {
  /** A record has ended: its number (the header is 1), the line on which it begins, the number of line ends before it. */
  onRecord?(record: number, line: number, breaks: number): void;
  /** A line end in the piece at hand; `isBlank` where nothing stood on the line. */
  onBreak?(from: number, to: number, isBlank: boolean): void;
}

/** What a pass over a text of separated values found. */
export interface RecordCount {
  /** Records that are not blank, the header included; a quoted line break does not end a record. */
  records: number;
  /** Lines, those within quotes included: equal to records where no value spans lines and no line is blank. */
  lines: number;
  /** Line on which the first record begins. */
  firstLine: number;
  /** Whether some records end in another way (LF, CRLF, CR) than others. */
  hasMixedBreaks: boolean;
  /** Line of a quote that is never closed. */
  openQuoteLine?: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/**
 * Counts records over successive pieces of a text, without the reader that ingests them. Jumps from one quote or line end
 * to the next; blanks before an opening quote are no content, as the reader has it.
 */
export function createRecordScanner(delimiter: number, quote: number, {onRecord, onBreak}: ScanEvents = {}) {
  let records = 0;
  let lines = 0;
  let breaks = 0;
  let firstLine = 0;
  let recordLine = 1;
  let openQuoteLine = 0;
  let [isQuoted, isAfterQuote, isFieldStart, isBlank, isAfterReturn] = [false, false, true, true, false];
  const kinds = new Set<"LF" | "CRLF" | "CR">();

  function endRecord(): void {
    if (!isBlank) {
      records++;
      firstLine ||= recordLine;
      onRecord?.(records, recordLine, breaks);
    }
    breaks++;
    recordLine = lines + 1;
    isBlank = isFieldStart = true;
    isAfterQuote = false;
  }

  function endLine(bytes: Buffer, at: number): number {
    const isReturn = bytes[at] === CARRIAGE_RETURN;
    const isPair = isReturn && bytes[at + 1] === LINE_FEED;
    const end = at + (isPair ? 2 : 1);
    isAfterReturn = isReturn && !isPair;
    if (!isReturn) kinds.add("LF");
    else if (isPair) kinds.add("CRLF");
    lines++;
    onBreak?.(at, end, isBlank);
    endRecord();
    return end;
  }

  function readQuoted(bytes: Buffer, from: number): number {
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === quote) {
        [isQuoted, isAfterQuote, isAfterReturn] = [false, true, false];
        return i + 1;
      }
      if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && !isAfterReturn)) lines++;
      isAfterReturn = byte === CARRIAGE_RETURN;
    }
    return bytes.length;
  }

  /** Takes in unquoted text that holds neither quote nor line end. */
  function passText(bytes: Buffer, from: number, to: number): void {
    if (from === to) return;
    let last = to - 1;
    while (last >= from && bytes[last] === SPACE && delimiter !== SPACE) last--;
    if (last >= from) isFieldStart = bytes[last] === delimiter;
    isBlank = isAfterQuote = false;
  }

  function startQuote(): void {
    if (isFieldStart) openQuoteLine = lines + 1;
    if (isFieldStart || isAfterQuote) isQuoted = true;
    isFieldStart = isBlank = isAfterQuote = false;
  }

  /** A line feed that begins a piece may belong to the carriage return that ended the last one. */
  function joinReturn(bytes: Buffer): number {
    if (isQuoted || !isAfterReturn) return 0;
    isAfterReturn = false;
    const isPair = bytes[0] === LINE_FEED;
    kinds.add(isPair ? "CRLF" : "CR");
    if (isPair) onBreak?.(0, 1, true);
    return isPair ? 1 : 0;
  }

  return {
    add(bytes: Buffer): void {
      if (bytes.length === 0) return;
      const find = (byte: number, from: number) => {
        const at = bytes.indexOf(byte, from);
        return at < 0 ? bytes.length : at;
      };
      let at = joinReturn(bytes);
      let [quoteAt, feedAt, returnAt] = [-1, -1, -1];
      while (at < bytes.length) {
        if (isQuoted) at = readQuoted(bytes, at);
        else {
          if (isAfterReturn) {
            isAfterReturn = false;
            kinds.add("CR");
          }
          if (quoteAt < at) quoteAt = find(quote, at);
          if (feedAt < at) feedAt = find(LINE_FEED, at);
          if (returnAt < at) returnAt = find(CARRIAGE_RETURN, at);
          const next = Math.min(quoteAt, feedAt, returnAt);
          passText(bytes, at, next);
          if (next === bytes.length) return;
          if (next === quoteAt) {
            startQuote();
            at = next + 1;
          } else at = endLine(bytes, next);
        }
      }
    },
    /** Line at which the next piece begins. */
    currentLine: () => lines + 1,
    end(): RecordCount {
      if (!isBlank) {
        lines++;
        endRecord();
      }
      return {records, lines, firstLine, hasMixedBreaks: kinds.size > 1, ...(isQuoted ? {openQuoteLine} : {})};
    },
  };
}
