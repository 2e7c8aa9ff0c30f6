// The floor's screen: what is noted or counted stays on the device first (IndexedDB), is sent when there is a network, once and
// only once (each thing carries the identifier it got here), and what is still to be sent is shown.
import { blurAround, photoOf } from "./photo";
import { Outbox, type Kept } from "./outbox";

interface Kit {
  projects: { id: string; title: string }[];
  sheets: { id: string; title: string; causes: { name: string; count: number }[]; zones: { name: string; left: number; top: number; width: number; height: number }[] }[];
  seen: { place: string; waste: string; times: number }[];
}

/** How long a new thing may be undone before it may leave. */
const pause = 8_000;

let said: Record<string, string> = {};

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

function word(key: string, ...about: string[]): string {
  return (said[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => about[Number(i)] ?? "");
}

class Floor {
  private readonly kit: Kit;
  private readonly me = document.body.dataset["moi"] ?? "";
  private readonly outbox = new Outbox();
  private waste = "";
  private photo: Blob | undefined;
  private kept: Kept[] = [];
  private sending = false;
  /** On their way to the server, whose answer is not here yet: they may be there already. */
  private readonly leaving = new Set<string>();
  private away = !navigator.onLine;
  private signedOut = false;
  private cause = "";
  private undoing: { ids: string[]; until: number } | undefined;

  constructor(private readonly root: HTMLElement) {
    said = JSON.parse(root.dataset["mots"] ?? "{}") as Record<string, string>;
    this.kit = JSON.parse(root.dataset["trousse"] ?? "{}") as Kit;
    this.wire();
    void this.outbox.open().then(() => this.refresh()).then(() => this.send(), () => this.network(word("StorageFull"), "r"));
    window.addEventListener("online", () => void this.send());
    window.addEventListener("offline", () => {
      this.away = true;
      this.tell();
    });
    window.setInterval(() => void this.send(), 15_000);
    void this.keepPage();
  }

  /** The service worker keeps this page and what it is made of, for the day the network is down. */
  private async keepPage(): Promise<void> {
    if (!("serviceWorker" in navigator)) {
      return;
    }
    await navigator.serviceWorker.register("/terrain-hors-ligne.js", { scope: "/" });
    const worker = (await navigator.serviceWorker.ready).active;
    const parts = performance.getEntriesByType("resource").map((e) => e.name).filter((name) => name.startsWith(location.origin) && /\/(css|islands|vendor)\//.test(name));
    worker?.postMessage({ keep: [...new Set(parts)] });
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
    const here = this.kept.filter((k) => k.kind === "observation" && k.fields["lieu"]?.toLowerCase() === place && k.fields["gaspillage"] === this.waste && k.state !== "sent").length;
    const times = this.kit.seen.filter((s) => s.place.toLowerCase() === place && s.waste === this.waste).reduce((sum, s) => sum + s.times, 0) + here;
    this.find("[data-deja]").textContent = times > 0 ? word("Seen", String(times)) : "";
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
      this.toast(".s-bas .toast-e", word(lacking[0]));
      (lacking[1] as HTMLElement).focus();
      return;
    }
    const id = identifier();
    const fields: Record<string, string> = { id, projet: project, lieu: place.value.trim(), constat: fact.value.trim(), gaspillage: this.waste, jour: today() };
    if (measured !== "") {
      fields["valeur"] = measured;
      fields["unite"] = this.find<HTMLSelectElement>("#unite").value;
    }
    await this.keep({ id, kind: "observation", who: this.me, at: Date.now(), fields, photo: this.photo, state: "waiting" }, ".s-bas .toast-e", word("Saved"));
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
    const mine = (name: string): number => this.kept.filter((k) => k.kind === "tap" && k.fields["releve"] === sheet.id && k.fields["cause"] === name && k.state !== "sent" && k.fields["annule"] !== "1").length;
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
    less.setAttribute("aria-label", word("TakeOne", cause));
    less.addEventListener("click", () => void this.untap(sheet.id, cause));
    line.append(add, less);
    return line;
  }

  private drawing(sheet: Kit["sheets"][number]): HTMLElement {
    const box = document.createElement("div");
    box.className = "dessin";
    const hint = document.createElement("p");
    hint.textContent = word("TapDrawing", this.cause === "" ? (sheet.causes[0]?.name ?? "") : this.cause);
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
    await this.keep({ id, kind: "tap", who: this.me, at: Date.now(), fields, photo: undefined, state: "waiting" }, ".s-compter .toast-e", `${cause} +1`);
    this.strokes();
  }

  /** The last stroke of this device is taken back: not sent if it did not leave, else sent again as undone. */
  private async untap(sheet: string, cause: string): Promise<void> {
    const last = this.kept.filter((k) => k.kind === "tap" && k.who === this.me && k.fields["releve"] === sheet && k.fields["cause"] === cause && k.fields["annule"] !== "1").sort((a, b) => b.at - a.at)[0];
    if (!last) {
      return;
    }
    if (this.leaving.has(last.id)) {
      await this.outbox.put({ ...last, state: "waiting", fields: { ...last.fields, annule: "1" } });
    } else if (last.state === "sent") {
      const held = this.kit.sheets.find((s) => s.id === sheet)?.causes.find((c) => c.name === cause);
      if (held) {
        held.count--;
      }
      await this.outbox.put({ ...last, state: "waiting", fields: { ...last.fields, annule: "1" } });
    } else {
      await this.outbox.remove(last.id);
    }
    await this.refresh();
    this.strokes();
    void this.send();
  }

  private async keep(thing: Kept, where: string, text: string): Promise<void> {
    try {
      await this.outbox.put(thing);
    } catch {
      this.network(word("StorageFull"), "r");
      return;
    }
    this.undoing = { ids: [thing.id], until: Date.now() + pause };
    await this.refresh();
    const left = (): number => Math.max(0, Math.ceil(((this.undoing?.until ?? 0) - Date.now()) / 1000));
    const toast = this.toast(where, text);
    const undo = button("", word("Undo", String(left())));
    toast.append(undo);
    const clock = window.setInterval(() => {
      undo.textContent = word("Undo", String(left()));
      if (left() === 0 || this.undoing?.ids[0] !== thing.id) {
        clearInterval(clock);
        undo.remove();
        if (left() === 0) {
          toast.hidden = true;
        }
        void this.send();
      }
    }, 500);
    undo.addEventListener("click", () => {
      clearInterval(clock);
      this.undoing = undefined;
      toast.hidden = true;
      void this.outbox.remove(thing.id).then(() => this.refresh()).then(() => this.strokes());
    });
  }

  private toast(where: string, text: string): HTMLElement {
    const toast = this.find(where);
    toast.hidden = false;
    toast.replaceChildren(document.createTextNode(text));
    return toast;
  }

  private async refresh(): Promise<void> {
    this.kept = await this.outbox.all();
    const list = this.find("[data-attente]");
    const shown = this.kept.filter((k) => k.kind === "observation" || k.state === "refused").sort((a, b) => b.at - a.at).slice(0, 30);
    list.replaceChildren(...shown.map((k) => {
      const line = document.createElement("li");
      const state = document.createElement("span");
      state.className = "mut";
      state.textContent = k.state === "sent" ? word("Sent") : k.state === "refused" ? word("Refused", k.why ?? "") : word("Waiting");
      const text = k.kind === "observation" ? `${k.fields["lieu"] ?? ""} · ${k.fields["constat"] ?? ""} ` : `${k.fields["cause"] ?? ""} `;
      line.append(document.createTextNode(text), state);
      if (k.state === "refused") {
        const drop = button("btn btn-s", word("Drop"));
        drop.addEventListener("click", () => void this.outbox.remove(k.id).then(() => this.refresh()));
        line.append(drop);
      }
      return line;
    }));
    if (shown.length === 0) {
      const none = document.createElement("li");
      none.className = "mut";
      none.textContent = word("None");
      list.append(none);
    }
    this.strokes();
    this.press();
    this.tell();
  }

  private tell(): void {
    const waiting = this.kept.filter((k) => k.state === "waiting");
    const others = waiting.find((k) => k.who !== this.me);
    const count = String(waiting.length);
    if (this.signedOut && waiting.length > 0) {
      this.network(word("SignIn", count), "a");
    } else if (this.away) {
      this.network(waiting.length > 0 ? word("OfflineWaiting", count) : word("Offline"), "a");
    } else if (others) {
      this.network(word("Other", count, others.who), "a");
    } else {
      this.network(waiting.length > 0 ? word("OnlineWaiting", count) : word("Online"), "v");
    }
  }

  private network(text: string, tone: string): void {
    this.find("[data-reseau]").textContent = text;
    this.find(".reseau").dataset["etat"] = tone;
  }

  /** Everything that waits leaves, one after the other; what the network stops stays. */
  private async send(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      const held = this.undoing && this.undoing.until > Date.now() ? this.undoing.ids : [];
      const leaving = this.kept.filter((k) => k.state === "waiting" && k.who === this.me && !held.includes(k.id));
      if (leaving.length === 0 && !this.away) {
        return;
      }
      const token = await this.token();
      if (token === undefined) {
        return;
      }
      for (const thing of leaving.filter((k) => k.kind === "observation")) {
        const form = new FormData();
        Object.entries(thing.fields).forEach(([name, value]) => form.set(name, value));
        if (thing.photo) {
          form.set("photo", thing.photo, "photo.jpg");
        }
        await this.leave([thing], await fetch("/api/terrain/observations", { method: "POST", body: form, headers: { RequestVerificationToken: token } }));
      }
      for (const sheet of new Set(leaving.filter((k) => k.kind === "tap").map((k) => k.fields["releve"] ?? ""))) {
        const taps = leaving.filter((k) => k.kind === "tap" && k.fields["releve"] === sheet).slice(0, 500);
        const body = taps.map((t) => ({
          id: t.id, cause: t.fields["cause"], at: new Date(t.at).toISOString(), undone: t.fields["annule"] === "1",
          x: t.fields["x"] === undefined ? null : Number(t.fields["x"]), y: t.fields["y"] === undefined ? null : Number(t.fields["y"]),
        }));
        taps.forEach((t) => this.leaving.add(t.id));
        await this.leave(taps, await fetch(`/api/terrain/batons/${sheet}`, {
          method: "POST", body: JSON.stringify(body), headers: { RequestVerificationToken: token, "Content-Type": "application/json" },
        }));
      }
    } catch {
      this.away = true;
    } finally {
      this.sending = false;
      this.leaving.clear();
      await this.refresh();
    }
  }

  private async token(): Promise<string | undefined> {
    const answer = await fetch("/api/terrain/jeton", { cache: "no-store" });
    this.away = false;
    this.signedOut = !answer.ok;
    if (!answer.ok) {
      return undefined;
    }
    const said = (await answer.json()) as { token: string; who: string };
    // Another person signed in on this device meanwhile: theirs is not sent under another name.
    this.signedOut = said.who !== this.me;
    return this.signedOut ? undefined : said.token;
  }

  private async leave(things: Kept[], answer: Response): Promise<void> {
    if (answer.ok) {
      const takenBack = new Set((await this.outbox.all()).filter((k) => k.fields["annule"] === "1").map((k) => k.id));
      for (const thing of things) {
        if (takenBack.has(thing.id) && thing.fields["annule"] !== "1") {
          // Taken back while it was on its way: it leaves again, as undone.
          continue;
        }
        if (thing.kind === "tap" && thing.fields["annule"] !== "1") {
          const held = this.kit.sheets.find((s) => s.id === thing.fields["releve"])?.causes.find((c) => c.name === thing.fields["cause"]);
          if (held) {
            held.count++;
          }
        }
        await this.outbox.put({ ...thing, state: "sent", photo: undefined });
      }
      await this.outbox.forgetOld();
    } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429) {
      const why = await answer.json().then((b: { why?: string; refusal?: string }) => b.why ?? b.refusal ?? String(answer.status), () => String(answer.status));
      for (const thing of things) {
        await this.outbox.put({ ...thing, state: "refused", why });
      }
    }
  }
}

function button(kind: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  const label = document.createElement("span");
  label.textContent = text;
  made.append(label);
  return made;
}

/** As crypto.randomUUID, which a plant's plain-http address has not. */
function identifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, Math.round(part * 1000) / 1000));
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
