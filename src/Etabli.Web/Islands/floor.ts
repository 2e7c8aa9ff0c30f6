// The floor's screen: what is noted or counted stays on the device first (IndexedDB), is sent when there is a network, once and
// only once (each thing carries the identifier it got here), and what is still to be sent is shown.
import { blurAround, photoOf } from "./photo";
import { button, Courier, identifier, wordsOf } from "./courier";
import type { Kept } from "./outbox";
import { Rounds, type Sampled } from "./rounds";

interface Kit {
  projects: { id: string; title: string }[];
  sheets: { id: string; title: string; causes: { name: string; count: number }[]; zones: { name: string; left: number; top: number; width: number; height: number }[] }[];
  seen: { place: string; waste: string; times: number }[];
  rounds: Sampled[];
}

/** How long a new thing may be undone before it may leave. */
const pause = 8_000;

export function startFloor(): void {
  document.addEventListener("turbo:load", begin);
}

function begin(): void {
  if (document.body.dataset["moi"] === undefined || document.body.dataset["moi"] === "") {
    // Nobody is signed in: what a page showed to somebody is not kept for the next one. What waits to be sent stays.
    void globalThis.caches?.delete("terrain");
  }
  const root = document.getElementById("terrain");
  if (root && root.dataset["vivant"] === undefined) {
    root.dataset["vivant"] = "";
    new Floor(root);
  }
}

class Floor {
  private readonly kit: Kit;
  private readonly word: (key: string, ...about: string[]) => string;
  private readonly courier: Courier;
  private readonly rounds: Rounds;
  private waste = "";
  private photo: Blob | undefined;
  private cause = "";
  private undoing: { ids: string[]; until: number } | undefined;

  constructor(private readonly root: HTMLElement) {
    this.word = wordsOf(root);
    this.kit = JSON.parse(root.dataset["trousse"] ?? "{}") as Kit;
    this.courier = new Courier({
      word: this.word,
      drawn: () => this.draw(),
      network: (text, tone) => {
        this.find("[data-reseau]").textContent = text;
        this.find(".reseau").dataset["etat"] = tone;
      },
      held: () => (this.undoing && this.undoing.until > Date.now() ? this.undoing.ids : []),
      arrived: (thing) => this.arrived(thing),
    });
    this.rounds = new Rounds(this.find(".s-tournee"), this.kit.rounds, this.courier, this.word);
    this.wire();
    void this.courier.open();
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private wire(): void {
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-vue]")) {
      button.addEventListener("click", () => this.show(button.dataset["vue"] ?? ""));
    }
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-gaspillage]")) {
      button.addEventListener("click", () => {
        this.waste = button.dataset["gaspillage"] ?? "";
        this.press();
      });
    }
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-pas]")) {
      button.addEventListener("click", () => {
        const field = this.find<HTMLInputElement>("#valeur");
        const value = Number(field.value.replace(",", ".") || "0") + Number(button.dataset["pas"]);
        field.value = String(Math.max(0, Number.isFinite(value) ? value : 0)).replace(".", this.comma);
      });
    }
    this.find("#poste").addEventListener("input", () => this.press());
    this.find<HTMLInputElement>("[data-photo]").addEventListener("change", (event) => void this.take(event.target as HTMLInputElement));
    const canvas = this.find<HTMLCanvasElement>("canvas");
    canvas.addEventListener("click", (event) => void blurAround(canvas, event).then((blob) => (this.photo = blob)));
    this.find<HTMLFormElement>("form").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.note();
    });
    this.find("#releve").addEventListener("change", () => this.strokes());
    this.strokes();
    this.press();
  }

  private get comma(): string {
    return document.documentElement.lang === "fr" ? "," : ".";
  }

  private show(view: string): void {
    for (const part of this.root.querySelectorAll<HTMLElement>("[data-vue-de]")) {
      part.hidden = part.dataset["vueDe"] !== view;
    }
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-vue]")) {
      button.setAttribute("aria-pressed", String(button.dataset["vue"] === view));
    }
  }

  private press(): void {
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("button[data-gaspillage]")) {
      button.setAttribute("aria-pressed", String(button.dataset["gaspillage"] === this.waste));
    }
    const place = this.find<HTMLInputElement>("#poste").value.trim().toLowerCase();
    const here = this.courier.kept.filter((k) => k.kind === "observation" && k.fields["lieu"]?.toLowerCase() === place && k.fields["gaspillage"] === this.waste && k.state !== "sent").length;
    const times = this.kit.seen.filter((s) => s.place.toLowerCase() === place && s.waste === this.waste).reduce((sum, s) => sum + s.times, 0) + here;
    this.find("[data-deja]").textContent = times > 0 ? this.word("Seen", String(times)) : "";
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file) {
      const canvas = this.find<HTMLCanvasElement>("canvas");
      this.photo = await photoOf(file, canvas);
      canvas.hidden = false;
      this.find(".photo-vide").hidden = true;
      input.value = "";
    }
  }

  private async note(): Promise<void> {
    const [place, fact, value] = [this.find<HTMLInputElement>("#poste"), this.find<HTMLTextAreaElement>("#constat"), this.find<HTMLInputElement>("#valeur")];
    const measured = value.value.trim().replace(/\s/g, "").replace(",", ".");
    const project = this.find<HTMLSelectElement>("#projet").value;
    const lacking = project === "" ? ["ProjectNeeded", this.find("#projet")] as const
      : place.value.trim() === "" ? ["WhereNeeded", place] as const
        : fact.value.trim() === "" ? ["FactNeeded", fact] as const
          : this.waste === "" ? ["WasteNeeded", this.find("button[data-gaspillage]")] as const
            : measured !== "" && !Number.isFinite(Number(measured)) ? ["NumberNeeded", value] as const : undefined;
    if (lacking) {
      this.toast(".s-bas .toast-e", this.word(lacking[0]));
      (lacking[1] as HTMLElement).focus();
      return;
    }
    const id = identifier();
    const fields: Record<string, string> = { id, projet: project, lieu: place.value.trim(), constat: fact.value.trim(), gaspillage: this.waste, jour: today() };
    if (measured !== "") {
      fields["valeur"] = measured;
      fields["unite"] = this.find<HTMLSelectElement>("#unite").value;
    }
    await this.keep({ id, kind: "observation", who: this.courier.me, at: Date.now(), fields, photo: this.photo, state: "waiting" }, ".s-bas .toast-e", this.word("Saved"));
    fact.value = "";
    value.value = "";
    this.waste = "";
    this.photo = undefined;
    this.find<HTMLCanvasElement>("canvas").hidden = true;
    this.find(".photo-vide").hidden = false;
    this.press();
  }

  private strokes(): void {
    const list = this.find("[data-batons]");
    const sheet = this.kit.sheets.find((s) => s.id === this.find<HTMLSelectElement>("#releve").value);
    if (!sheet) {
      return;
    }
    const mine = (name: string): number => this.courier.kept.filter((k) => k.kind === "tap" && k.fields["releve"] === sheet.id && k.fields["cause"] === name && k.state !== "sent" && k.fields["annule"] !== "1").length;
    // The buttons stay the same while their sheet does: one rebuilt between a finger's press and its release would lose the stroke.
    const shown = JSON.stringify([sheet.id, sheet.causes.map((c) => c.name), sheet.zones, sheet.zones.length > 0 ? this.cause : ""]);
    if (list.dataset["montre"] !== shown) {
      list.dataset["montre"] = shown;
      list.replaceChildren(...sheet.causes.map((cause) => this.counter(sheet, cause.name)), ...(sheet.zones.length > 0 ? [this.drawing(sheet)] : []));
    }
    list.querySelectorAll<HTMLElement>(".baton b").forEach((tally, i) => {
      const cause = sheet.causes[i];
      tally.textContent = cause ? String(cause.count + mine(cause.name)) : "";
    });
  }

  private counter(sheet: Kit["sheets"][number], cause: string): HTMLElement {
    const line = document.createElement("div");
    line.className = "baton";
    const add = button("gros", cause);
    const tally = document.createElement("b");
    tally.className = "num";
    add.append(tally);
    add.setAttribute("aria-pressed", String(sheet.zones.length > 0 && this.cause === cause));
    add.addEventListener("click", () => {
      if (sheet.zones.length > 0) {
        this.cause = cause;
        this.strokes();
      } else {
        void this.tap(sheet.id, cause);
      }
    });
    const less = button("gros moins", "−");
    less.setAttribute("aria-label", this.word("TakeOne", cause));
    less.addEventListener("click", () => void this.untap(sheet.id, cause));
    line.append(add, less);
    return line;
  }

  private drawing(sheet: Kit["sheets"][number]): HTMLElement {
    const box = document.createElement("div");
    box.className = "dessin";
    const hint = document.createElement("p");
    hint.textContent = this.word("TapDrawing", this.cause === "" ? (sheet.causes[0]?.name ?? "") : this.cause);
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 100 50");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", hint.textContent);
    for (const zone of sheet.zones) {
      const rect = document.createElementNS(space, "rect");
      for (const [name, value] of [["x", zone.left], ["y", zone.top / 2], ["width", zone.width], ["height", zone.height / 2]] as const) {
        rect.setAttribute(name, String(value));
      }
      const name = document.createElementNS(space, "text");
      name.setAttribute("x", String(zone.left + 1));
      name.setAttribute("y", String(zone.top / 2 + 4));
      name.textContent = zone.name;
      svg.append(rect, name);
    }
    svg.addEventListener("click", (event) => {
      const place = svg.getBoundingClientRect();
      const [x, y] = [(event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height];
      void this.tap(sheet.id, this.cause === "" ? (sheet.causes[0]?.name ?? "") : this.cause, clamp(x), clamp(y));
    });
    box.append(hint, svg);
    return box;
  }

  private async tap(sheet: string, cause: string, x?: number, y?: number): Promise<void> {
    const id = identifier();
    const fields: Record<string, string> = { releve: sheet, cause };
    if (x !== undefined && y !== undefined) {
      fields["x"] = String(x);
      fields["y"] = String(y);
    }
    await this.keep({ id, kind: "tap", who: this.courier.me, at: Date.now(), fields, photo: undefined, state: "waiting" }, ".s-compter .toast-e", `${cause} +1`);
    this.strokes();
  }

  /** The last stroke of this device is taken back: not sent if it did not leave, else sent again as undone. */
  private async untap(sheet: string, cause: string): Promise<void> {
    const last = this.courier.kept.filter((k) => k.kind === "tap" && k.who === this.courier.me && k.fields["releve"] === sheet && k.fields["cause"] === cause && k.fields["annule"] !== "1").sort((a, b) => b.at - a.at)[0];
    if (!last) {
      return;
    }
    if (this.courier.leaving.has(last.id)) {
      await this.courier.outbox.put({ ...last, state: "waiting", fields: { ...last.fields, annule: "1" } });
    } else if (last.state === "sent") {
      const held = this.kit.sheets.find((s) => s.id === sheet)?.causes.find((c) => c.name === cause);
      if (held) {
        held.count--;
      }
      await this.courier.outbox.put({ ...last, state: "waiting", fields: { ...last.fields, annule: "1" } });
    } else {
      await this.courier.outbox.remove(last.id);
    }
    await this.courier.refresh();
    this.strokes();
    void this.courier.send();
  }

  private async keep(thing: Kept, where: string, text: string): Promise<void> {
    if (!await this.courier.put(thing)) {
      return;
    }
    this.undoing = { ids: [thing.id], until: Date.now() + pause };
    await this.courier.refresh();
    const left = (): number => Math.max(0, Math.ceil(((this.undoing?.until ?? 0) - Date.now()) / 1000));
    const toast = this.toast(where, text);
    const undo = button("", this.word("Undo", String(left())));
    toast.append(undo);
    const clock = window.setInterval(() => {
      undo.textContent = this.word("Undo", String(left()));
      if (left() === 0 || this.undoing?.ids[0] !== thing.id) {
        clearInterval(clock);
        undo.remove();
        if (left() === 0) {
          toast.hidden = true;
        }
        void this.courier.send();
      }
    }, 500);
    undo.addEventListener("click", () => {
      clearInterval(clock);
      this.undoing = undefined;
      toast.hidden = true;
      void this.courier.outbox.remove(thing.id).then(() => this.courier.refresh()).then(() => this.strokes());
    });
  }

  private toast(where: string, text: string): HTMLElement {
    const toast = this.find(where);
    toast.hidden = false;
    toast.replaceChildren(document.createTextNode(text));
    return toast;
  }

  /** A stroke on the server is in the sheet's own count from now on. */
  private arrived(thing: Kept): void {
    if (thing.kind === "tap" && thing.fields["annule"] !== "1") {
      const held = this.kit.sheets.find((s) => s.id === thing.fields["releve"])?.causes.find((c) => c.name === thing.fields["cause"]);
      if (held) {
        held.count++;
      }
    }
  }

  private draw(): void {
    const list = this.find("[data-attente]");
    const shown = this.courier.kept.filter((k) => k.kind === "observation" || k.state === "refused").sort((a, b) => b.at - a.at).slice(0, 30);
    list.replaceChildren(...shown.map((k) => {
      const line = document.createElement("li");
      const state = document.createElement("span");
      state.className = "mut";
      state.textContent = k.state === "sent" ? this.word("Sent") : k.state === "refused" ? this.word("Refused", k.why ?? "") : this.word("Waiting");
      const text = k.kind === "observation" ? `${k.fields["lieu"] ?? ""} · ${k.fields["constat"] ?? ""} ` : `${k.fields["cause"] ?? ""} `;
      line.append(document.createTextNode(text), state);
      if (k.state === "refused") {
        const drop = button("btn btn-s", this.word("Drop"));
        drop.addEventListener("click", () => void this.courier.outbox.remove(k.id).then(() => this.courier.refresh()));
        line.append(drop);
      }
      return line;
    }));
    if (shown.length === 0) {
      const none = document.createElement("li");
      none.className = "mut";
      none.textContent = this.word("None");
      list.append(none);
    }
    this.strokes();
    this.press();
    this.rounds.draw();
  }
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, Math.round(part * 1000) / 1000));
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
