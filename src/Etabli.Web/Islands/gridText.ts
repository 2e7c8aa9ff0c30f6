export interface Column {
  label: string;
  kind: "Text" | "Number" | "Choice" | "Day";
  headings: string[];
  choices: string[];
  keys: Record<string, string>;
}

export interface Fault {
  row: number;
  column: number;
  text: string;
}

export type Rows = string[][];

/** A heading or a choice without case, accents nor marks: "Tcs (min)" and "tcs_min" are one. The server reads headings likewise. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, " ").trim();
}

/** Where each column stands in a heading; -1 for one it does not name. */
export function placesOf(columns: Column[], heading: string[]): number[] {
  const names = heading.map(plain);
  return columns.map((column) => {
    const exact = names.indexOf(plain(column.label));
    return exact >= 0 ? exact : names.findIndex((name) => column.headings.includes(name));
  });
}

/** The rows of a text with tabs: its heading names the columns, in any order; what it does not name is left out. */
export function readRows(columns: Column[], text: string): Rows {
  const lines = text.replace(/\r/g, "").split("\n").filter((line) => line.trim() !== "").map((line) => line.split("\t"));
  const heading = lines.shift();
  if (heading === undefined) {
    return [];
  }
  const places = placesOf(columns, heading);
  return lines.map((cells) => columns.map((_, i) => cells[places[i] ?? -1]?.trim() ?? ""));
}

/** Puts a row where the last one of the same code stands; at the end when there is none. */
export function putRow(rows: Rows, cells: string[]): void {
  const at = rows.map((row) => row[0]).lastIndexOf(cells[0]);
  rows.splice(at < 0 ? rows.length : at, 1, cells);
}
