import { placesOf, type Column, type Rows } from "./gridText";

/** One more, or one less, of something that a row counts; other islands ask it of a table by "etabli:count". */
export interface Count {
  /** What the row says, by the labels of its columns. */
  row: Record<string, string>;
  /** Label of the column that counts. */
  count: string;
  by: number;
  /** Kept with the state of the table, and told by "etabli:mark" when undo comes back to it. */
  mark: string;
}

/** The row that says so counts by that much; it comes when it was not there, and goes at zero. */
export function countRow(columns: Column[], rows: Rows, asked: Count): void {
  const keys = Object.keys(asked.row);
  const at = placesOf(columns, keys);
  const cells = columns.map((_, c) => asked.row[keys[at[c] ?? -1] ?? ""] ?? "");
  const counts = columns.findIndex((column) => column.label === asked.count);
  const same = (text: string, other: string): boolean => text.localeCompare(other, undefined, { sensitivity: "accent" }) === 0;
  const found = rows.findIndex((row) => keys.every((_, k) => {
    const c = at.indexOf(k);
    return c < 0 || same(row[c] ?? "", cells[c] ?? "");
  }));
  const row = rows[found];
  if (row === undefined) {
    if (asked.by > 0) {
      cells[counts] = String(asked.by);
      rows.push(cells);
    }
    return;
  }
  const now = Number((row[counts] ?? "").replace(",", ".")) + asked.by;
  if (now > 0) {
    row[counts] = String(now);
  } else {
    rows.splice(found, 1);
  }
}
