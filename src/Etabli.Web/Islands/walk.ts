// <details data-walk="#trips" data-places="#places">: the places of a study as buttons on its plan, touched in the order somebody
// walks. Two places in a row are a leg: its row in the table of trips is added, or counts one more. The table stays what is saved,
// and its own undo takes the walk back with it.
import { readRows, type Column } from "./gridText";
import { word } from "./words";

interface Place {
  name: string;
  x: number;
  y: number;
}

const svg = "http://www.w3.org/2000/svg";

export function startWalks(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
}

function adopt(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-walk]")) {
    const trips = document.querySelector<HTMLTextAreaElement>(box.dataset["walk"] ?? "");
    const places = document.querySelector<HTMLTextAreaElement>(box.dataset["places"] ?? "");
    if (trips && places && box.dataset["vivant"] === undefined) {
      box.dataset["vivant"] = "";
      new Walk(box, trips, places);
    }
  }
}

class Walk {
  private readonly ground: HTMLElement;
  private readonly line = document.createElementNS(svg, "polyline");
  private readonly actor: HTMLInputElement;
  private readonly said: HTMLElement;
  private readonly back: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly width: number;
  private readonly depth: number;
  private places = new Map<string, Place>();
  private trail: string[] = [];

  constructor(private readonly box: HTMLElement, private readonly trips: HTMLTextAreaElement, private readonly sheet: HTMLTextAreaElement) {
    this.ground = box.querySelector<HTMLElement>(".fond")!;
    this.actor = box.querySelector<HTMLInputElement>("input")!;
    this.said = box.querySelector<HTMLElement>("[role=status]")!;
    this.back = box.querySelector<HTMLButtonElement>("[data-pas=defaire]")!;
    this.again = box.querySelector<HTMLButtonElement>("[data-pas=depart]")!;
    this.width = Number(box.dataset["largeur"] ?? "3");
    this.depth = Number(box.dataset["profondeur"] ?? "2");
    this.ground.style.aspectRatio = `${this.width} / ${this.depth}`;
    const over = document.createElementNS(svg, "svg");
    over.setAttribute("viewBox", `0 0 ${this.width} ${this.depth}`);
    over.setAttribute("preserveAspectRatio", "none");
    over.setAttribute("aria-hidden", "true");
    this.line.setAttribute("vector-effect", "non-scaling-stroke");
    over.append(this.line);
    this.ground.append(over);
    this.back.addEventListener("click", () => this.undo());
    this.again.addEventListener("click", () => this.go([]));
    trips.addEventListener("etabli:mark", (event) => {
      const kept = (event as CustomEvent<string>).detail;
      this.go(kept === "" ? this.trail.slice(0, 1) : JSON.parse(kept) as string[]);
    });
    sheet.addEventListener("input", () => this.put());
    this.put();
  }

  /** The places as the table of places now has them. */
  private put(): void {
    const columns = JSON.parse(this.sheet.dataset["grid"] ?? "[]") as Column[];
    const number = (text: string | undefined): number => Number((text ?? "").replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
    const read = readRows(columns, this.sheet.value)
      .map((row) => ({ name: row[0] ?? "", x: number(row[1]), y: number(row[2]) }))
      .filter((p) => p.name !== "" && Number.isFinite(p.x) && Number.isFinite(p.y));
    this.places = new Map(read.map((p) => [p.name, p]));
    this.box.hidden = this.places.size < 2;
    for (const old of this.ground.querySelectorAll("button")) {
      old.remove();
    }
    for (const place of this.places.values()) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "lieu";
      button.dataset["lieu"] = place.name;
      button.style.left = `${Math.min(100, Math.max(0, place.x / this.width * 100))}%`;
      button.style.top = `${Math.min(100, Math.max(0, place.y / this.depth * 100))}%`;
      button.addEventListener("click", () => this.step(place.name));
      this.ground.append(button);
    }
    this.go(this.trail.filter((name) => this.places.has(name)));
  }

  private step(name: string): void {
    if (this.actor.value.trim() === "") {
      this.actor.setAttribute("aria-invalid", "true");
      this.said.textContent = word("walkWho");
      this.actor.focus();
      return;
    }
    this.actor.removeAttribute("aria-invalid");
    const from = this.trail.at(-1);
    if (from === name) {
      return;
    }
    const next = [...this.trail, name];
    if (from !== undefined) {
      this.count(from, name, 1, next);
    }
    this.go(next);
  }

  private undo(): void {
    const [from, to] = this.trail.slice(-2);
    const next = this.trail.slice(0, -1);
    if (from !== undefined && to !== undefined) {
      this.count(from, to, -1, next);
    }
    this.go(next);
  }

  private count(from: string, to: string, by: number, trail: string[]): void {
    const label = (name: string): string => this.box.dataset[name] ?? "";
    this.trips.dispatchEvent(new CustomEvent("etabli:count", { detail: {
      row: { [label("acteur")]: this.actor.value.trim(), [label("de")]: from, [label("vers")]: to, [label("retour")]: label("non") },
      count: label("fois"), by, mark: JSON.stringify(trail),
    } }));
  }

  private go(trail: string[]): void {
    this.trail = trail;
    const at = (name: string): Place => this.places.get(name)!;
    const points: string[] = [];
    let metres = 0;
    trail.forEach((name, i) => {
      const here = at(name);
      const before = i > 0 ? at(trail[i - 1]!) : undefined;
      if (before) {
        metres += Math.abs(here.x - before.x) + Math.abs(here.y - before.y);
        points.push(`${here.x},${before.y}`);
      }
      points.push(`${here.x},${here.y}`);
    });
    this.line.setAttribute("points", points.join(" "));
    for (const button of this.ground.querySelectorAll<HTMLButtonElement>("button")) {
      const name = button.dataset["lieu"] ?? "";
      const steps = trail.flatMap((one, i) => one === name ? [i + 1] : []);
      button.classList.toggle("ici", trail.at(-1) === name);
      button.classList.toggle("vu", steps.length > 0);
      const [rank, spoken] = [document.createElement("span"), document.createElement("span")];
      rank.className = "rang";
      rank.setAttribute("aria-hidden", "true");
      rank.textContent = steps.length > 3 ? `${steps.length} ×` : steps.join("·");
      spoken.className = "sr";
      spoken.textContent = word("walkPlace", steps.join(", "));
      button.replaceChildren(name, ...(steps.length > 0 ? [rank, spoken] : []));
    }
    this.back.disabled = this.again.disabled = trail.length === 0;
    this.said.textContent = trail.length === 0 ? word("walkStart")
      : word("walkSoFar", String(trail.length - 1), new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(metres), trail.at(-1)!);
  }
}
