// The times of a session as a table: elements down, cycles across.
import { button } from "./courier";
import type { Now, Reading, Session } from "./session";

/** On a phone the last cycles stand beside the elements without scrolling. */
const shownCycles = (): number => (window.innerWidth < 600 ? 2 : 4);

export class Times {
  private pictures: Record<string, Blob> = {};
  private time: (ms: number) => string = String;

  constructor(
    private readonly root: HTMLElement, private readonly word: (key: string, ...about: string[]) => string,
    private readonly open: (reading: Reading) => void, private readonly itIs: (element: number) => void) {}

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  /** Elements down, the last cycles across, the shortest time of each that counts. */
  draw(session: Session, readings: Reading[], now: Now, pictures: Record<string, Blob>, time: (ms: number) => string): void {
    this.pictures = pictures;
    this.time = time;
    const last = readings.filter((r) => r.element >= 0).map((r) => r.cycle).at(-1) ?? 0;
    const over = now.phase === "over";
    const cycles = Array.from({ length: over ? last : Math.min(last, shownCycles()) }, (_, i) => (over ? i + 1 : last - Math.min(last, shownCycles()) + i + 1));
    const head = document.createElement("tr");
    head.append(cell("th", this.word("Element")), cell("th", this.word("Shortest"), "num min"), ...cycles.map((c) => cell("th", String(c), "num")));
    this.find("[data-table] thead").replaceChildren(head);
    this.find("[data-table] tbody").replaceChildren(...session.elements.map((element, e) => {
      const row = document.createElement("tr");
      row.dataset["ici"] = String(e === now.element && now.phase !== "over");
      const name = cell("th", "");
      name.setAttribute("scope", "row");
      const it = button("nom", "");
      it.disabled = over;
      const code = document.createElement("b");
      code.textContent = element.code;
      it.firstElementChild!.append(code, ` ${element.label}`);
      it.addEventListener("click", () => this.itIs(e));
      name.append(it);
      const counted = readings.filter((r) => r.element === e && r.out === undefined).map((r) => r.ms);
      row.append(name, cell("td", counted.length > 0 ? this.time(Math.min(...counted)) : "—", "num min"), ...cycles.map((c) => {
        const box = cell("td", "", "num");
        const reading = readings.find((r) => r.element === e && r.cycle === c);
        if (reading) {
          box.append(this.reading(reading));
        }
        return box;
      }));
      return row;
    }));
    const strange = readings.filter((r) => r.element < 0);
    this.find("[data-vus]").replaceChildren(...strange.map((r) => {
      const made = this.reading(r);
      made.prepend(`${r.label} · ${this.word("Cycle", String(r.cycle))} · `);
      return made;
    }));
    this.find("[data-vus-bloc]").hidden = strange.length === 0;
  }

  private reading(reading: Reading): HTMLButtonElement {
    const made = button("temps num", this.time(reading.ms));
    made.dataset["ecarte"] = String(reading.out !== undefined);
    made.title = reading.out ?? "";
    if (reading.rating !== null) {
      const pace = document.createElement("small");
      pace.textContent = String(reading.rating);
      made.append(pace);
    }
    const thumb = this.pictures[String(reading.mark)];
    if (thumb) {
      const picture = document.createElement("img");
      picture.alt = "";
      picture.src = URL.createObjectURL(thumb);
      picture.addEventListener("load", () => URL.revokeObjectURL(picture.src));
      made.prepend(picture);
    }
    made.addEventListener("click", () => this.open(reading));
    return made;
  }
}

function cell(kind: "td" | "th", text: string, name = ""): HTMLElement {
  const made = document.createElement(kind);
  made.textContent = text;
  made.className = name;
  return made;
}
