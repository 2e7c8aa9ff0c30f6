// <textarea data-grid="columns">: the same text as a table edited like a spreadsheet. The textarea stays what the form sends, so
// drafts, paste and import are one path; without script it is typed in as it is. Only the rows in view are drawn.
import { parse, takeShown } from "./fresh";
import { countRow, type Count } from "./gridCount";
import { placesOf, readRows, type Column, type Fault, type Rows, putRow } from "./gridText";
import { word } from "./words";

// As the stylesheet has it: taller where fingers type.
const rowHeight = matchMedia("(max-width: 900px)").matches ? 44 : 31;
const mostSteps = 200;
const grids = new WeakMap<HTMLTextAreaElement, Grid>();

export function startGrids(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
}

function adopt(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-grid]")) {
    const grid = grids.get(area);
    if (grid) {
      grid.stay();
    } else {
      grids.set(area, new Grid(area));
    }
  }
}

class Grid {
  private readonly columns: Column[];
  private readonly box = document.createElement("div");
  private readonly scroller = document.createElement("div");
  private readonly table = document.createElement("table");
  private readonly body = document.createElement("tbody");
  private readonly state = document.createElement("span");
  private rows: Rows;
  private saved: Rows;
  private readonly undo: Rows[] = [];
  private readonly redo: Rows[] = [];
  private readonly marks = new WeakMap<Rows, string>();
  private at = { row: 0, column: 0 };
  private anchor = { row: 0, column: 0 };
  private editor: HTMLInputElement | undefined;
  private faults: Fault[];
  private first = 0;
  /** Height of the view when the rows were last drawn. */
  private drawnFor = 0;
  /** Where Enter begins the next row: the column before one went on with Tab. */
  private started = 0;
  private waiting = 0;
  private asked = 0;

  constructor(private readonly area: HTMLTextAreaElement) {
    this.columns = JSON.parse(area.dataset["grid"] ?? "[]") as Column[];
    this.faults = JSON.parse(area.dataset["faults"] ?? "[]") as Fault[];
    this.saved = readRows(this.columns, area.dataset["saved"] ?? area.value);
    this.rows = readRows(this.columns, area.value);
    this.build();
    this.show();
    area.form?.addEventListener("etabli:restored", () => this.reload());
    area.form?.addEventListener("submit", () => this.commit(), true);
    area.addEventListener("etabli:row", (event) => {
      const said = (event as CustomEvent<Record<string, string>>).detail;
      this.change((rows) => rows.push(this.columns.map((column) => said[column.label] ?? "")));
    });
    area.addEventListener("etabli:put", (event) => this.change((rows) => putRow(rows, (event as CustomEvent<string[]>).detail)));
    area.addEventListener("etabli:undo", () => this.step(this.undo, this.redo, false));
    area.addEventListener("etabli:count", (event) => {
      const asked = (event as CustomEvent<Count>).detail;
      this.change((rows) => countRow(this.columns, rows, asked), asked.mark);
    });
  }

  /** After an answer was taken into the page in place: what it says of the text is taken, what can be undone stays. */
  stay(): void {
    if (!this.box.isConnected) {
      this.faults = JSON.parse(this.area.dataset["faults"] ?? "[]") as Fault[];
      this.saved = readRows(this.columns, this.area.dataset["saved"] ?? this.area.value);
      this.rows = readRows(this.columns, this.area.value);
      this.show();
      this.tell();
    }
  }

  private show(): void {
    this.area.after(this.box);
    this.area.hidden = true;
    this.area.parentElement?.querySelector(`label[for="${this.area.id}"]`)?.classList.add("sr");
    this.draw();
  }

  private reload(): void {
    this.rows = readRows(this.columns, this.area.value);
    this.draw();
    this.tell();
  }

  private write(): string {
    const kept = this.rows.filter((row) => row.some((cell) => cell !== ""));
    return [this.columns.map((c) => c.label), ...kept].map((cells) => cells.join("\t")).join("\n");
  }

  private build(): void {
    this.box.className = "tableur";
    const tools = document.createElement("div");
    tools.className = "barre";
    tools.setAttribute("role", "toolbar");
    tools.setAttribute("aria-label", word("gridTools"));
    for (const [name, run] of [
      ["gridUndo", () => this.step(this.undo, this.redo)],
      ["gridRedo", () => this.step(this.redo, this.undo)],
      ["gridInsert", () => this.insert()],
      ["gridDelete", () => this.remove()],
    ] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-nu btn-s";
      button.textContent = word(name);
      button.addEventListener("click", () => {
        run();
        this.focus();
      });
      tools.append(button);
    }
    this.state.className = "push mut small";
    this.state.setAttribute("role", "status");
    tools.append(this.state);

    this.scroller.className = "tableur-corps";
    this.table.className = "tb grille";
    this.table.setAttribute("role", "grid");
    this.table.setAttribute("aria-label", this.area.dataset["name"] ?? "");
    this.table.setAttribute("aria-multiselectable", "true");
    const head = document.createElement("thead");
    const line = document.createElement("tr");
    line.setAttribute("aria-rowindex", "1");
    const corner = document.createElement("th");
    corner.className = "rang";
    corner.innerHTML = "<span class=\"sr\"></span>";
    corner.firstElementChild!.textContent = word("gridRow");
    line.append(corner, ...this.columns.map((column) => {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = column.label;
      cell.className = column.kind === "Number" ? "d" : "";
      return cell;
    }));
    head.append(line);
    this.table.append(head, this.body);
    this.scroller.append(this.table);
    this.box.append(tools, this.scroller);

    this.scroller.addEventListener("scroll", () => {
      if (Math.abs(Math.floor(this.scroller.scrollTop / rowHeight) - this.first) > 5) {
        this.draw();
      }
    });
    new ResizeObserver(() => {
      if (this.scroller.clientHeight > this.drawnFor) {
        this.draw();
      }
    }).observe(this.scroller);
    this.body.addEventListener("mousedown", (event) => this.press(event));
    this.body.addEventListener("mouseover", (event) => {
      if (event.buttons === 1 && this.editor === undefined) {
        const cell = this.under(event.target);
        if (cell) {
          this.at = cell;
          this.mark();
        }
      }
    });
    this.body.addEventListener("dblclick", (event) => {
      if (this.under(event.target)) {
        this.edit(undefined);
      }
    });
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("copy", (event) => this.copy(event));
    this.table.addEventListener("cut", (event) => {
      this.copy(event);
      this.clear();
    });
    this.table.addEventListener("paste", (event) => this.paste(event));
    this.tell();
  }

  /** One empty row always waits at the end. */
  private get count(): number {
    return this.rows.length + 1;
  }

  /** Draws the rows in view; the cell that had the focus keeps it, and nothing is drawn under a cell being typed. */
  private draw(): void {
    if (this.editor) {
      return;
    }
    const held = this.body.contains(document.activeElement);
    this.drawnFor = this.scroller.clientHeight;
    const view = Math.ceil(Math.max(this.drawnFor, 480) / rowHeight);
    this.first = Math.max(0, Math.floor(this.scroller.scrollTop / rowHeight));
    const from = Math.max(0, this.first - 10);
    const to = Math.min(this.count, this.first + view + 12);
    this.table.setAttribute("aria-rowcount", String(this.count + 1));
    const drawn: HTMLTableRowElement[] = [];
    if (from > 0) {
      drawn.push(this.spacer(from));
    }
    for (let r = from; r < to; r++) {
      drawn.push(this.line(r));
    }
    if (to < this.count) {
      drawn.push(this.spacer(this.count - to));
    }
    this.body.replaceChildren(...drawn);
    this.mark();
    if (held) {
      this.cell(this.at.row, this.at.column)?.focus({ preventScroll: true });
    }
  }

  private spacer(rows: number): HTMLTableRowElement {
    const line = document.createElement("tr");
    line.setAttribute("aria-hidden", "true");
    line.style.height = `${rows * rowHeight}px`;
    return line;
  }

  private line(r: number): HTMLTableRowElement {
    const line = document.createElement("tr");
    line.setAttribute("aria-rowindex", String(r + 2));
    const number = document.createElement("th");
    number.className = "rang";
    number.scope = "row";
    number.textContent = r < this.rows.length ? String(r + 1) : "+";
    line.append(number);
    this.columns.forEach((column, c) => {
      const cell = document.createElement("td");
      cell.id = `${this.area.id}-${r}-${c}`;
      cell.dataset["r"] = String(r);
      cell.dataset["c"] = String(c);
      cell.tabIndex = -1;
      cell.setAttribute("role", "gridcell");
      const text = this.rows[r]?.[c] ?? "";
      cell.textContent = text;
      if (column.kind === "Number") {
        cell.className = "d";
      }
      const before = this.saved[r]?.[c] ?? "";
      if (text !== before) {
        cell.classList.add("neuf");
      }
      const fault = this.faults.find((f) => f.row === r && f.column === c);
      if (fault) {
        cell.classList.add("faux");
        cell.setAttribute("aria-invalid", "true");
        cell.title = fault.text;
      }
      line.append(cell);
    });
    return line;
  }

  private cell(r: number, c: number): HTMLTableCellElement | null {
    return document.getElementById(`${this.area.id}-${r}-${c}`) as HTMLTableCellElement | null;
  }

  private under(target: EventTarget | null): { row: number; column: number } | undefined {
    const cell = (target as HTMLElement | null)?.closest<HTMLElement>("td[data-r]");
    return cell ? { row: Number(cell.dataset["r"]), column: Number(cell.dataset["c"]) } : undefined;
  }

  private range(): { top: number; bottom: number; left: number; right: number } {
    return {
      top: Math.min(this.at.row, this.anchor.row), bottom: Math.max(this.at.row, this.anchor.row),
      left: Math.min(this.at.column, this.anchor.column), right: Math.max(this.at.column, this.anchor.column),
    };
  }

  private mark(): void {
    const { top, bottom, left, right } = this.range();
    for (const cell of this.body.querySelectorAll<HTMLTableCellElement>("td[data-r]")) {
      const [r, c] = [Number(cell.dataset["r"]), Number(cell.dataset["c"])];
      const chosen = r >= top && r <= bottom && c >= left && c <= right;
      cell.classList.toggle("choisi", chosen);
      cell.setAttribute("aria-selected", String(chosen));
      cell.tabIndex = r === this.at.row && c === this.at.column ? 0 : -1;
    }
  }

  private focus(): void {
    const top = this.at.row * rowHeight;
    const head = this.table.tHead?.offsetHeight ?? rowHeight;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (top + rowHeight + head > this.scroller.scrollTop + this.scroller.clientHeight) {
      this.scroller.scrollTop = top + rowHeight + head - this.scroller.clientHeight;
    }
    if (!this.cell(this.at.row, this.at.column)) {
      this.draw();
    }
    this.mark();
    this.cell(this.at.row, this.at.column)?.focus({ preventScroll: true });
  }

  private move(row: number, column: number, extend: boolean, along = false): void {
    this.at = { row: Math.max(0, Math.min(this.count - 1, row)), column: Math.max(0, Math.min(this.columns.length - 1, column)) };
    if (!extend) {
      this.anchor = { ...this.at };
    }
    if (!along) {
      this.started = this.at.column;
    }
    this.focus();
  }

  private press(event: MouseEvent): void {
    const cell = this.under(event.target);
    if (cell && event.target !== this.editor) {
      event.preventDefault();
      this.commit();
      this.move(cell.row, cell.column, event.shiftKey);
    }
  }

  private key(event: KeyboardEvent): void {
    if (this.editor) {
      this.editing(event);
      return;
    }
    const { row, column } = this.at;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / rowHeight) - 2);
    const control = event.ctrlKey || event.metaKey;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageUp: [row - page, column], PageDown: [row + page, column],
      Home: [control ? 0 : row, 0], End: [control ? this.rows.length - 1 : row, this.columns.length - 1],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.move(move[0], move[1], event.shiftKey);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.move(row + (event.shiftKey ? -1 : 1), this.started, false);
    } else if (event.key === "F2") {
      event.preventDefault();
      this.edit(undefined);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.clear();
    } else if (control && event.key.toLowerCase() === "z" && !event.shiftKey) {
      event.preventDefault();
      this.step(this.undo, this.redo);
    } else if (control && (event.key.toLowerCase() === "y" || (event.key.toLowerCase() === "z" && event.shiftKey))) {
      event.preventDefault();
      this.step(this.redo, this.undo);
    } else if (control && event.key.toLowerCase() === "a") {
      event.preventDefault();
      this.anchor = { row: 0, column: 0 };
      this.at = { row: Math.max(0, this.rows.length - 1), column: this.columns.length - 1 };
      this.mark();
    } else if (!control && !event.altKey && event.key.length === 1) {
      event.preventDefault();
      const quick = this.columns[column]?.keys[event.key.toLowerCase()];
      if (quick !== undefined) {
        this.change((rows) => this.put(rows, row, column, quick));
        this.focus();
      } else {
        this.edit(event.key);
      }
    }
  }

  private editing(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      this.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.commit();
      this.move(this.at.row + (event.shiftKey ? -1 : 1), this.started, false);
    } else if (event.key === "Tab") {
      event.preventDefault();
      this.commit();
      this.move(this.at.row, this.at.column + (event.shiftKey ? -1 : 1), false, true);
    }
  }

  private edit(begun: string | undefined): void {
    const cell = this.cell(this.at.row, this.at.column);
    const column = this.columns[this.at.column];
    if (!cell || !column || this.editor) {
      return;
    }
    const input = document.createElement("input");
    input.type = "text";
    input.value = begun ?? this.rows[this.at.row]?.[this.at.column] ?? "";
    input.setAttribute("aria-label", `${column.label}, ${word("gridRow")} ${this.at.row + 1}`);
    if (column.kind === "Number") {
      input.inputMode = "decimal";
    }
    if (column.choices.length > 0) {
      const list = document.createElement("datalist");
      list.id = `${this.area.id}-choix`;
      list.append(...column.choices.map((choice) => {
        const option = document.createElement("option");
        option.value = choice;
        return option;
      }));
      input.setAttribute("list", list.id);
      cell.replaceChildren(input, list);
    } else {
      cell.replaceChildren(input);
    }
    this.editor = input;
    input.addEventListener("blur", () => this.commit());
    input.focus();
    if (begun === undefined) {
      input.select();
    }
  }

  private close(): void {
    const editor = this.editor;
    this.editor = undefined;
    if (editor) {
      const cell = editor.closest("td");
      if (cell) {
        cell.textContent = this.rows[Number(cell.dataset["r"])]?.[Number(cell.dataset["c"])] ?? "";
      }
    }
  }

  private commit(): void {
    const editor = this.editor;
    if (!editor) {
      return;
    }
    const { row, column } = this.at;
    const text = editor.value.trim();
    this.close();
    if (text !== (this.rows[row]?.[column] ?? "")) {
      this.change((rows) => this.put(rows, row, column, text));
    }
  }

  private put(rows: Rows, row: number, column: number, text: string): void {
    while (rows.length <= row) {
      rows.push(this.columns.map(() => ""));
    }
    rows[row]![column] = text.replace(/[\t\r\n]+/g, " ");
  }

  private change(what: (rows: Rows) => void, mark = this.marks.get(this.rows) ?? ""): void {
    this.undo.push(this.rows);
    if (this.undo.length > mostSteps) {
      this.undo.shift();
    }
    this.redo.length = 0;
    const next = this.rows.map((row) => [...row]);
    what(next);
    this.marks.set(next, mark);
    this.rows = next;
    this.changed();
  }

  private step(from: Rows[], to: Rows[], held = true): void {
    this.commit();
    const rows = from.pop();
    if (rows) {
      to.push(this.rows);
      this.rows = rows;
      this.changed();
      this.area.dispatchEvent(new CustomEvent("etabli:mark", { detail: this.marks.get(rows) ?? "" }));
      if (held) {
        this.focus();
      }
    }
  }

  private changed(): void {
    this.area.value = this.write();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
    this.draw();
    this.tell();
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.look(), 350);
  }

  private tell(): void {
    let cells = 0;
    const most = Math.max(this.rows.length, this.saved.length);
    for (let r = 0; r < most; r++) {
      this.columns.forEach((_, c) => {
        if ((this.rows[r]?.[c] ?? "") !== (this.saved[r]?.[c] ?? "")) {
          cells++;
        }
      });
    }
    this.state.textContent = cells === 0 ? word("gridRows", String(this.rows.length)) : word("gridChanged", String(this.rows.length), String(cells));
  }

  private insert(): void {
    const top = this.range().top;
    this.change((rows) => rows.splice(Math.min(top, rows.length), 0, this.columns.map(() => "")));
  }

  private remove(): void {
    const { top, bottom } = this.range();
    if (top < this.rows.length) {
      this.change((rows) => rows.splice(top, bottom - top + 1));
      this.move(top, this.at.column, false);
    }
  }

  private clear(): void {
    const { top, bottom, left, right } = this.range();
    this.change((rows) => {
      for (let r = top; r <= Math.min(bottom, rows.length - 1); r++) {
        for (let c = left; c <= right; c++) {
          rows[r]![c] = "";
        }
      }
    });
    this.focus();
  }

  private copy(event: ClipboardEvent): void {
    if (this.editor || !event.clipboardData) {
      return;
    }
    event.preventDefault();
    const { top, bottom, left, right } = this.range();
    const lines: string[] = [];
    const whole = left === 0 && right === this.columns.length - 1 && top === 0 && bottom >= this.rows.length - 1;
    if (whole) {
      lines.push(this.columns.map((c) => c.label).join("\t"));
    }
    for (let r = top; r <= bottom && r < this.rows.length; r++) {
      lines.push(this.rows[r]!.slice(left, right + 1).join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
  }

  private paste(event: ClipboardEvent): void {
    if (this.editor || !event.clipboardData) {
      return;
    }
    event.preventDefault();
    const lines = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
    const places = placesOf(this.columns, lines[0] ?? []);
    const named = places.filter((place) => place >= 0).length;
    const { row, column } = this.at;
    this.change((rows) => {
      if (named >= 2 || (named === 1 && (lines[0]?.length ?? 0) === 1)) {
        // A range with its heading, in any order: it takes its columns.
        lines.slice(1).forEach((cells, i) => places.forEach((place, c) => {
          if (place >= 0) {
            this.put(rows, row + i, c, (cells[place] ?? "").trim());
          }
        }));
      } else {
        lines.forEach((cells, i) => cells.forEach((text, j) => {
          if (column + j < this.columns.length) {
            this.put(rows, row + i, column + j, text.trim());
          }
        }));
      }
    });
    this.focus();
  }

  /** The figures as they would be, without keeping anything. */
  private async look(): Promise<void> {
    const form = this.area.form;
    const name = this.area.dataset["look"];
    if (!form || !name) {
      return;
    }
    const mine = ++this.asked;
    const body = new FormData(form);
    body.set(name, "true");
    try {
      const answer = await fetch(form.action || location.href, { method: "POST", body, headers: { "X-Autosave": "1" } });
      const page = parse(await answer.text());
      if (mine !== this.asked || !this.area.isConnected) {
        return;
      }
      takeShown(page);
      const newer = page.getElementById(this.area.id);
      this.faults = JSON.parse(newer?.dataset["faults"] ?? "[]") as Fault[];
      this.draw();
    } catch {
      // The network is away: what is typed stays here, the figures follow when it is back.
    }
  }
}
