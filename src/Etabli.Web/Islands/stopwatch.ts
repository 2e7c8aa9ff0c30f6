// The stopwatch of the floor: marks are kept on the device one by one (IndexedDB), so that a closed tab or an empty battery loses
// none; when the session is ended it leaves as everything else of the floor does.
import { button, Courier, wordsOf } from "./courier";
import { Film } from "./film";
import type { Kept } from "./outbox";
import { bounce, following, read, sumOfMeans, wholeCycles, type Mark, type Now, type Reading, type Session } from "./session";
import { pressed, Setup, type Kit } from "./setup";
import { Times } from "./times";

/** How long an ended session may be taken up again before it may leave. */
const pause = 8_000;

export function startStopwatch(): void {
  document.addEventListener("turbo:load", () => {
    const root = document.getElementById("chrono");
    if (root && root.dataset["vivant"] === undefined) {
      root.dataset["vivant"] = "";
      new Stopwatch(root);
    }
  });
}

class Stopwatch {
  private readonly kit: Kit;
  private readonly word: (key: string, ...about: string[]) => string;
  private readonly courier: Courier;
  private readonly film: Film;
  private readonly setup: Setup;
  private readonly times: Times;
  private session: Session | undefined;
  private pictures: Record<string, Blob> = {};
  /** When the session began, on the clock that never jumps. */
  private origin = 0;
  private rating: number | null = null;
  private leavingSoon: { id: string; until: number } | undefined;
  private chosen: number | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private drawn = "";

  constructor(private readonly root: HTMLElement) {
    this.word = wordsOf(root);
    this.kit = JSON.parse(root.dataset["trousse"] ?? "{}") as Kit;
    this.courier = new Courier({
      word: this.word,
      drawn: () => this.listKept(),
      network: (text, tone) => {
        this.find("[data-reseau]").textContent = text;
        this.find(".reseau").dataset["etat"] = tone;
      },
      held: () => (this.leavingSoon && this.leavingSoon.until > Date.now() ? [this.leavingSoon.id] : []),
      arrived: () => undefined,
    });
    this.film = new Film(this.find(".film"), this.word, () => this.draw());
    this.setup = new Setup(root, this.kit, this.word);
    this.times = new Times(root, this.word, (reading) => this.open(reading), (element) => this.itIs(element));
    this.wire();
    void this.courier.open().then(() => this.takeUp());
    window.setInterval(() => this.tick(), 100);
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private wire(): void {
    pressed(this.root, "[data-source]", (chosen) => this.find(".film").hidden = chosen.dataset["source"] !== "film");
    this.find<HTMLFormElement>("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.start();
    });
    const lap = this.find<HTMLButtonElement>("[data-tour]");
    // At the instant the finger lands, not when it leaves; an assistive device presses without a pointer.
    lap.addEventListener("pointerdown", (event) => event.button === 0 && this.lap());
    lap.addEventListener("click", (event) => event.detail === 0 && this.lap());
    this.find("[data-etranger]").addEventListener("click", () => this.foreign());
    this.find("[data-annuler]").addEventListener("click", () => this.undo());
    this.find("[data-arreter]").addEventListener("click", () => this.stop());
    this.find("[data-envoyer]").addEventListener("click", () => void this.hand());
    this.find("[data-jeter]").addEventListener("click", (event) => void this.drop(event.currentTarget as HTMLButtonElement));
    this.find("[data-main]").addEventListener("click", () => this.swap(this.root.dataset["main"] !== "gauche"));
    this.swap(localStorage.getItem("etabli-chrono-main") === "gauche");
    this.find("[data-motifs]").addEventListener("click", (event) => {
      const why = (event.target as HTMLElement).closest("button")?.dataset["motif"];
      if (why !== undefined) {
        this.find<HTMLInputElement>("#motif").value = why;
      }
    });
    this.find("[data-ecarter]").addEventListener("click", () => this.leaveOut());
    this.find("[data-compter]").addEventListener("click", () => this.change((mark) => delete mark.out));
    this.find("[data-corriger]").addEventListener("change", (event) => {
      const value = (event.target as HTMLSelectElement).value;
      this.change((mark) => mark.rating = value === "" ? null : Number(value), false);
    });
    this.find("[data-fermer]").addEventListener("click", () => this.close());
    this.find<HTMLInputElement>("#autre-etranger").addEventListener("change", (event) => this.name((event.target as HTMLInputElement).value));
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keyup", (event) => event.key === " " && event.target === lap && event.preventDefault());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        this.wake();
      }
    });
  }

  private swap(left: boolean): void {
    this.root.dataset["main"] = left ? "gauche" : "droite";
    this.find("[data-main]").setAttribute("aria-pressed", String(left));
    localStorage.setItem("etabli-chrono-main", left ? "gauche" : "droite");
  }

  // ——— the time ———

  private start(): void {
    const session = this.setup.session(this.film);
    if (typeof session === "string") {
      this.say(session);
      return;
    }
    this.say("");
    this.origin = performance.now();
    this.rating = null;
    this.pictures = {};
    this.session = session;
    this.mark({ at: this.elapsed(), kind: "start" });
    this.wake();
    window.scrollTo(0, 0);
    this.find("[data-tour]").focus({ preventScroll: true });
  }

  /** Milliseconds since the session began: the film's own time, or a clock that never jumps. */
  private elapsed(): number {
    return this.session?.film != null ? this.film.since(this.session.film.from) : performance.now() - this.origin;
  }

  /** After a night's sleep of the device, or a page opened again, the calendar clock says how long it was. */
  private wake(): void {
    if (!this.session || this.session.film !== null || read(this.session).now.phase === "over") {
      return;
    }
    const since = Date.now() - this.session.began;
    if (since > this.elapsed() + 500) {
      this.origin = performance.now() - since;
    }
    // The screen stays on while one times, where the browser can.
    void navigator.wakeLock?.request("screen").catch(() => undefined);
  }

  /** The session left open on this device goes on, its clock with it. */
  private takeUp(): void {
    const held = this.courier.kept.filter((k) => k.kind === "timing" && k.state === "open" && k.who === this.courier.me).sort((a, b) => b.at - a.at)[0];
    if (held && !this.session) {
      this.session = JSON.parse(held.fields["seance"] ?? "{}") as Session;
      this.pictures = held.pictures ?? {};
      this.origin = performance.now() - Math.max(Date.now() - this.session.began, this.session.marks.at(-1)?.at ?? 0);
      this.rating = this.session.marks.map((m) => m.rating ?? null).filter((r) => r !== null).at(-1) ?? null;
      if (this.session.film !== null) {
        this.film.again(this.session.film.name, this.session.film.from + (this.session.marks.at(-1)?.at ?? 0) / 1000);
        this.find(".film").hidden = false;
      }
      this.wake();
      this.draw();
    }
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!this.session || event.ctrlKey || event.metaKey || event.altKey || this.find<HTMLDialogElement>("dialog").open || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
      return;
    }
    const lap = event.key === " " || event.key === "Enter";
    if (lap && target.tagName === "BUTTON" && target !== this.find("[data-tour]")) {
      return;
    }
    const act = lap ? () => this.lap()
      : { e: () => this.foreign(), Backspace: () => this.undo(), s: () => this.stop(), x: () => this.last(), "+": () => this.judge(5), "-": () => this.judge(-5) }[event.key.length === 1 ? event.key.toLowerCase() : event.key]
        ?? (this.session.film !== null ? this.film.key(event.key) : undefined);
    if (act && this.now.phase !== "over") {
      event.preventDefault();
      if (!event.repeat) {
        act();
      }
    } else if (act && event.key === "Backspace") {
      event.preventDefault();
      this.undo();
    }
  }

  private get now(): Now {
    return read(this.session!).now;
  }

  private mark(mark: Mark): boolean {
    const session = this.session!;
    const last = session.marks.at(-1);
    const other = mark.kind === "stop" || (mark.kind === "foreign" && last?.kind !== "resume");
    if (last && mark.at < last.at + (session.film !== null || other ? 0 : bounce)) {
      if (session.film !== null) {
        this.say(this.word("BeforeLast"));
      }
      return false;
    }
    this.say("");
    session.marks.push(mark);
    if (session.film !== null) {
      void this.film.picture().then((picture) => {
        if (picture) {
          this.pictures[String(session.marks.indexOf(mark))] = picture;
          this.keep();
          this.draw();
        }
      });
    }
    this.keep();
    this.draw();
    return true;
  }

  private lap(): void {
    if (!this.session || this.now.phase === "over") {
      return;
    }
    if (this.now.phase === "foreign") {
      this.mark({ at: this.elapsed(), kind: "resume", label: this.session.marks.at(-1)?.label ?? this.word("ForeignUnnamed") });
    } else {
      this.mark({ at: this.elapsed(), kind: "lap", next: following(this.session.elements, this.now.element), rating: this.rating });
    }
  }

  private foreign(): void {
    if (this.session && this.now.phase === "foreign") {
      this.lap();
    } else if (this.session && this.now.phase === "work") {
      this.mark({ at: this.elapsed(), kind: "foreign" });
    }
    this.find("[data-tour]").focus({ preventScroll: true });
  }

  /** What the foreign element that runs now is; the label rides on its first mark until it ends. */
  private name(label: string): void {
    const last = this.session?.marks.at(-1);
    if (last?.kind === "foreign" && label.trim() !== "") {
      last.label = label.trim().slice(0, 200);
      this.keep();
      this.draw();
    }
    this.find("[data-tour]").focus({ preventScroll: true });
  }

  private undo(): void {
    const session = this.session;
    if (!session || session.marks.length === 0) {
      return;
    }
    if (session.marks.length === 1) {
      void this.forget();
      return;
    }
    session.marks.pop();
    delete this.pictures[String(session.marks.length)];
    if (session.film !== null) {
      this.film.seek(session.film.from + session.marks.at(-1)!.at / 1000);
    }
    this.keep();
    this.draw();
    this.find("[data-tour]").focus({ preventScroll: true });
  }

  private stop(): void {
    if (this.session && this.now.phase !== "over") {
      const last = this.session.marks.at(-1);
      this.mark({ at: Math.max(this.elapsed(), last?.at ?? 0), kind: "stop", ...(last?.kind === "foreign" ? { label: last.label ?? this.word("ForeignUnnamed") } : {}) });
      this.find("[data-envoyer]").focus();
    }
  }

  /** The element that runs is another one than the order says. */
  private itIs(element: number): void {
    const last = this.session?.marks.at(-1);
    if (this.session && this.now.phase === "work" && last && (last.kind === "lap" || last.kind === "start")) {
      last.next = element;
      this.keep();
      this.draw();
    }
  }

  private judge(step: number): void {
    const normal = this.normal;
    this.set(this.rating === null ? normal : Math.min(normal * 2, Math.max(5, this.rating + step)));
  }

  private set(rating: number): void {
    this.rating = this.rating === rating ? null : rating;
    this.draw();
    this.find("[data-tour]").focus({ preventScroll: true });
  }

  private get normal(): number {
    return this.kit.scales.find((s) => s.key === this.session?.scale)?.normal ?? 100;
  }

  private get paces(): number[] {
    return Array.from({ length: 10 }, (_, i) => this.normal + (i - 5) * 5);
  }

  // ——— one time: why it is left out, its pace ———

  private last(): void {
    const reading = read(this.session!).readings.at(-1);
    if (reading) {
      this.open(reading);
    }
  }

  private open(reading: Reading): void {
    this.chosen = reading.mark;
    this.find("[data-temps]").textContent = `${reading.element >= 0 ? this.session!.elements[reading.element]!.code : this.word("Foreign")} · ${this.word("Cycle", String(reading.cycle))} · ${this.time(reading.ms)} ${this.unit.symbol}`;
    this.find("[data-temps-quoi]").textContent = reading.label;
    this.find<HTMLInputElement>("#motif").value = reading.out ?? "";
    this.find("[data-compter]").hidden = reading.out === undefined;
    const pace = this.find<HTMLSelectElement>("[data-corriger]");
    const options = [...new Set([...this.paces, ...(reading.rating === null ? [] : [reading.rating])])].sort((a, b) => a - b);
    pace.replaceChildren(new Option("—", ""), ...options.map((p) => new Option(String(p), String(p))));
    pace.value = reading.rating === null ? "" : String(reading.rating);
    this.find("[data-corriger-bloc]").hidden = reading.element < 0 || this.session!.rates === "none";
    const thumb = this.pictures[String(reading.mark)];
    const picture = this.find<HTMLImageElement>("[data-vignette]");
    picture.hidden = thumb === undefined;
    if (thumb) {
      picture.src = URL.createObjectURL(thumb);
    }
    this.find("[data-motif-manque]").hidden = true;
    this.find<HTMLDialogElement>("dialog").showModal();
  }

  private leaveOut(): void {
    const why = this.find<HTMLInputElement>("#motif").value.trim();
    this.find("[data-motif-manque]").hidden = why !== "";
    if (why !== "") {
      this.change((mark) => mark.out = why);
    }
  }

  private change(how: (mark: Mark) => unknown, close = true): void {
    const mark = this.chosen === undefined ? undefined : this.session?.marks[this.chosen];
    if (mark) {
      how(mark);
      this.keep();
      this.draw();
    }
    if (close) {
      this.close();
    }
  }

  private close(): void {
    this.find<HTMLDialogElement>("dialog").close();
    this.find(this.now.phase === "over" ? "[data-envoyer]" : "[data-tour]").focus();
  }

  // ——— keeping, sending ———

  private keep(): void {
    const session = this.session;
    if (session) {
      const thing: Kept = { id: session.id, kind: "timing", who: this.courier.me, at: session.began, fields: { seance: JSON.stringify(session) }, photo: undefined, pictures: { ...this.pictures }, state: "open" };
      this.writing = this.writing.then(() => this.courier.put(thing));
    }
  }

  private async hand(): Promise<void> {
    const session = this.session;
    if (!session || read(session).readings.length === 0) {
      this.say(this.word("NothingTimed"));
      return;
    }
    await this.writing;
    const thing: Kept = { id: session.id, kind: "timing", who: this.courier.me, at: session.began, fields: { seance: JSON.stringify(session), cycles: String(wholeCycles(session, read(session).readings)) }, photo: undefined, pictures: this.pictures, state: "waiting" };
    if (!await this.courier.put(thing)) {
      return;
    }
    this.session = undefined;
    this.leavingSoon = { id: thing.id, until: Date.now() + pause };
    window.setTimeout(() => void this.courier.send(), pause + 100);
    this.film.close();
    await this.courier.refresh();
    this.draw();
  }

  private async drop(asked: HTMLButtonElement): Promise<void> {
    // Twice: what is thrown away here is nowhere else.
    if (asked.dataset["sur"] === undefined) {
      asked.dataset["sur"] = "";
      asked.querySelector("span")!.textContent = this.word("DropSure");
      window.setTimeout(() => this.unsure(asked), 6_000);
      return;
    }
    this.unsure(asked);
    await this.forget();
  }

  private unsure(asked: HTMLButtonElement): void {
    delete asked.dataset["sur"];
    asked.querySelector("span")!.textContent = this.word("DropSession");
  }

  private async forget(): Promise<void> {
    const id = this.session?.id;
    this.session = undefined;
    await this.writing;
    if (id !== undefined) {
      await this.courier.outbox.remove(id);
    }
    this.film.close();
    await this.courier.refresh();
    this.draw();
  }

  private listKept(): void {
    const list = this.find("[data-seances]");
    const kept = this.courier.kept.filter((k) => k.kind === "timing" && k.state !== "open" && k.who === this.courier.me).sort((a, b) => b.at - a.at).slice(0, 20);
    list.replaceChildren(...kept.map((k) => {
      const session = JSON.parse(k.fields["seance"] ?? "{}") as Session;
      this.setup.learn(session);
      const line = document.createElement("li");
      const said = document.createElement("span");
      said.className = "mut";
      said.textContent = k.state === "sent" ? this.word("Sent") : k.state === "refused" ? this.word("Refused", k.why ?? "") : this.word("Waiting");
      const name = document.createElement(k.state === "sent" ? "a" : "b");
      name.textContent = session.title;
      if (name instanceof HTMLAnchorElement) {
        name.href = `/etudes/${session.study}`;
        name.dataset["turbo"] = "false";
      }
      line.append(name, document.createTextNode(` ${this.word("CyclesKept", k.fields["cycles"] ?? "")}`), said);
      if (k.state !== "sent") {
        const back = button("btn", this.word("TakeBack"));
        back.hidden = this.session !== undefined;
        back.addEventListener("click", () => void this.takeBack(k));
        line.append(back);
      }
      return line;
    }));
    this.find(".s-attente").hidden = kept.length === 0;
  }

  /** A session that has not left is opened again. */
  private async takeBack(thing: Kept): Promise<void> {
    if (!this.session && await this.courier.put({ ...thing, state: "open" })) {
      await this.courier.refresh();
      this.takeUp();
    }
  }

  // ——— what is seen ———

  private get unit(): Kit["units"][number] {
    return this.kit.units.find((u) => u.key === this.session?.unit) ?? { key: "Second", symbol: "s", seconds: 1, decimals: 1 };
  }

  private time(ms: number): string {
    return (ms / 1000 / this.unit.seconds).toFixed(Math.max(1, this.unit.decimals)).replace(".", document.documentElement.lang === "fr" ? "," : ".");
  }

  private say(text: string): void {
    const place = this.find(this.session ? "[data-dit]" : "[data-dit-avant]");
    place.textContent = text;
  }

  private tick(): void {
    if (this.session) {
      const { now } = read(this.session);
      const at = now.phase === "over" ? now.since : this.elapsed();
      this.find("[data-court]").textContent = this.time(Math.max(0, (now.phase === "foreign" ? 0 : now.before) + (now.phase === "over" ? 0 : at - now.since)));
      this.find("[data-depuis]").textContent = clock(at);
    }
  }

  private draw(): void {
    const session = this.session;
    const phase = session ? read(session).now.phase : "before";
    this.root.dataset["phase"] = phase;
    this.root.dataset["film"] = session?.film != null ? "oui" : "";
    for (const part of this.root.querySelectorAll<HTMLElement>("[data-phases]")) {
      part.hidden = !part.dataset["phases"]!.split(" ").includes(phase);
    }
    if (!session) {
      this.find("[data-titre]").textContent = this.word("Title");
      return;
    }
    const { readings, now } = read(session);
    const [here, next] = [session.elements[now.element], session.elements[following(session.elements, now.element)]];
    this.find("[data-titre]").textContent = session.title;
    this.find("[data-cycle]").textContent = this.word("CycleElement", String(now.cycle), String(now.element + 1), String(session.elements.length));
    this.find("[data-element]").textContent = phase === "foreign" ? this.word("Foreign") : phase === "over" ? this.word("Ended") : (here?.code ?? "");
    const whole = wholeCycles(session, readings);
    this.find("[data-element-dit]").textContent = phase === "foreign" ? (session.marks.at(-1)?.label ?? this.word("ForeignWhat"))
      : phase === "over" ? this.word("EndedWhat", String(whole), String(readings.filter((r) => r.element >= 0).length), String(readings.filter((r) => r.element < 0).length), String(readings.filter((r) => r.out !== undefined).length), `${this.time(sumOfMeans(readings))} ${this.unit.symbol}`) : (here?.label ?? "");
    this.find("[data-suivant]").textContent = phase === "foreign" ? this.word("BackTo", here?.code ?? "", here?.label ?? "") : this.word("Next", next?.code ?? "", next?.label ?? "");
    this.find("[data-tour-dit]").textContent = phase === "foreign" ? this.word("Resume") : this.word("Lap");
    this.find("[data-unite]").textContent = this.unit.symbol;
    this.find("[data-annuler-dit]").textContent = this.word(phase === "over" ? "GoOn" : "UndoMark");
    this.find("[data-allures-bloc]").hidden = phase !== "work" || session.rates === "none";
    this.find("[data-etranger-bloc]").hidden = phase !== "foreign";
    this.find("[data-allures-dit]").textContent = this.word(session.rates === "cycle" ? "RatingOfCycle" : "RatingOfElement");
    this.paint(session, readings, now);
    this.tick();
  }

  private paint(session: Session, readings: Reading[], now: Now): void {
    const shown = JSON.stringify([session, this.rating, Object.keys(this.pictures)]);
    if (shown === this.drawn) {
      return;
    }
    this.drawn = shown;
    const paces = this.find("[data-allures]");
    const values = this.paces;
    if (paces.dataset["pour"] !== String(this.normal)) {
      paces.dataset["pour"] = String(this.normal);
      paces.replaceChildren(...values.map((value) => {
        const made = button("gros num", String(value));
        made.addEventListener("click", () => this.set(value));
        return made;
      }));
    }
    paces.querySelectorAll("button").forEach((b, i) => b.setAttribute("aria-pressed", String(values[i] === this.rating)));
    this.find("[data-allure]").textContent = this.rating === null ? "—" : String(this.rating);
    const names = [...new Set([...(this.kit.studies.find((s) => s.id === session.study)?.foreign ?? []), ...readings.filter((r) => r.element < 0).map((r) => r.label), ...this.word("ForeignUsual").split("|")])].filter((n) => n !== this.word("ForeignUnnamed")).slice(0, 8);
    this.find("[data-etrangers]").replaceChildren(...names.map((name) => {
      const made = button("gros", name);
      made.setAttribute("aria-pressed", String(session.marks.at(-1)?.label === name));
      made.addEventListener("click", () => this.name(name));
      return made;
    }));
    this.times.draw(session, readings, now, this.pictures, (ms) => this.time(ms));
  }
}

/** Minutes and seconds of the session. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
