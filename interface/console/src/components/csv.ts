/** A table as a CSV file after RFC 4180, safe to open in a spreadsheet. */

export type CsvCell = string | number | null;

/**
 * Spreadsheets run a text that begins so as a formula. Names of events and visitors come from outside, so such
 * texts get an apostrophe in front; numbers stay numbers.
 */
const FORMULA = /^[=+\-@\t\r]/;

export function csvOf(header: string[], rows: CsvCell[][]): string {
  return [header, ...rows].map((row) => row.map(written).join(",")).join("\r\n") + "\r\n";
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Excel reads a file as UTF-8 only with this mark in front. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Lets the browser save a file. */
export function saveCsv(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  // The browser has the file by the next turn; the address would hold its bytes until the page is left.
  window.setTimeout(() => URL.revokeObjectURL(address), 0);
}
