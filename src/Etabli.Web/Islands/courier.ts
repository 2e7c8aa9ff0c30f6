// Sends what a screen of the floor kept on the device: one way for all of them. Each thing carries the identifier it got here, so
// that sending twice enters once; what was noted by one person is sent under that person's name only.
import { Outbox, type Kept } from "./outbox";
import { rowsOf, type Session } from "./session";

/** The screen that shows what is kept. */
interface Screen {
  word(key: string, ...about: string[]): string;
  /** What is kept changed: draw it again. */
  drawn(): void;
  network(text: string, tone: string): void;
  /** What may still be undone, and so does not leave yet. */
  held(): readonly string[];
  /** A thing is on the server, perhaps taken back. */
  arrived(thing: Kept): void;
}

export class Courier {
  readonly outbox = new Outbox();
  readonly me = document.body.dataset["moi"] ?? "";
  kept: Kept[] = [];
  /** On their way to the server, whose answer is not here yet: they may be there already. */
  readonly leaving = new Set<string>();
  private sending = false;
  private away = !navigator.onLine;
  private signedOut = false;

  constructor(private readonly screen: Screen) {}

  /** Opens what is kept; then everything that waits leaves whenever it can. */
  async open(): Promise<void> {
    window.addEventListener("online", () => void this.send());
    window.addEventListener("offline", () => {
      this.away = true;
      this.tell();
    });
    window.setInterval(() => void this.send(), 15_000);
    void keepPages();
    try {
      await this.outbox.open();
      await this.refresh();
    } catch {
      this.screen.network(this.screen.word("StorageFull"), "r");
      return;
    }
    void this.send();
  }

  /** False when the device cannot keep it, which is said. */
  async put(thing: Kept): Promise<boolean> {
    try {
      await this.outbox.put(thing);
      return true;
    } catch {
      this.screen.network(this.screen.word("StorageFull"), "r");
      return false;
    }
  }

  async refresh(): Promise<void> {
    this.kept = await this.outbox.all();
    this.screen.drawn();
    this.tell();
  }

  private tell(): void {
    const waiting = this.kept.filter((k) => k.state === "waiting");
    const others = waiting.find((k) => k.who !== this.me);
    const count = String(waiting.length);
    const { word } = this.screen;
    const say = (text: string, tone: string): void => this.screen.network(text, tone);
    if (this.signedOut && waiting.length > 0) {
      say(word("SignIn", count), "a");
    } else if (this.away) {
      say(waiting.length > 0 ? word("OfflineWaiting", count) : word("Offline"), "a");
    } else if (others) {
      say(word("Other", count, others.who), "a");
    } else {
      say(waiting.length > 0 ? word("OnlineWaiting", count) : word("Online"), "v");
    }
  }

  /** Everything that waits leaves, one after the other; what the network stops stays. */
  async send(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      const held = this.screen.held();
      const leaving = this.kept.filter((k) => k.state === "waiting" && k.who === this.me && !held.includes(k.id));
      if (leaving.length === 0 && !this.away) {
        return;
      }
      const token = await this.token();
      if (token === undefined) {
        return;
      }
      const post = (to: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> => fetch(to, { method: "POST", body, headers: { RequestVerificationToken: token, ...headers } });
      const json = (to: string, body: unknown): Promise<Response> => post(to, JSON.stringify(body), { "Content-Type": "application/json" });
      for (const thing of leaving.filter((k) => k.kind === "observation")) {
        const form = new FormData();
        Object.entries(thing.fields).forEach(([name, value]) => form.set(name, value));
        if (thing.photo) {
          form.set("photo", thing.photo, "photo.jpg");
        }
        await this.leave([thing], await post("/api/terrain/observations", form));
      }
      for (const [sheet, taps] of byStudy(leaving, "tap", "releve")) {
        taps.forEach((t) => this.leaving.add(t.id));
        await this.leave(taps, await json(`/api/terrain/batons/${sheet}`, taps.map((t) => ({
          id: t.id, cause: t.fields["cause"], at: new Date(t.at).toISOString(), undone: t.fields["annule"] === "1",
          x: t.fields["x"] === undefined ? null : Number(t.fields["x"]), y: t.fields["y"] === undefined ? null : Number(t.fields["y"]),
        }))));
      }
      for (const [study, seen] of byStudy(leaving, "sighting", "etude")) {
        seen.forEach((s) => this.leaving.add(s.id));
        await this.leave(seen, await json(`/api/terrain/tournees/${study}`, seen.map((s) => ({ id: s.id, state: s.fields["etat"], place: s.fields["lieu"], at: new Date(s.at).toISOString() }))));
      }
      for (const thing of leaving.filter((k) => k.kind === "timing")) {
        const session = JSON.parse(thing.fields["seance"] ?? "{}") as Session;
        await this.leave([thing], await json(`/api/terrain/chronos/${session.study}`, {
          session: session.id, began: new Date(session.began).toISOString(), film: session.film !== null, begin: session.begin, marks: rowsOf(session),
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
        this.screen.arrived(thing);
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

/** Things of one kind, study by study, no more at once than the server takes. */
function byStudy(leaving: Kept[], kind: Kept["kind"], field: string): [string, Kept[]][] {
  const mine = leaving.filter((k) => k.kind === kind);
  return [...new Set(mine.map((k) => k.fields[field] ?? ""))].map((study) => [study, mine.filter((k) => k.fields[field] === study).slice(0, 500)]);
}

/** The service worker keeps the floor's pages and what they are made of, for the day the network is down. */
async function keepPages(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  await navigator.serviceWorker.register("/terrain-hors-ligne.js", { scope: "/" });
  const worker = (await navigator.serviceWorker.ready).active;
  // What the page names, and what that brought along: fonts.
  const named = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[rel=stylesheet], script[src]")].map((e) => (e instanceof HTMLLinkElement ? e.href : e.src));
  const parts = [...named, ...performance.getEntriesByType("resource").map((e) => e.name)].filter((name) => name.startsWith(location.origin) && /\/(css|islands|vendor)\//.test(name));
  worker?.postMessage({ keep: [...new Set(parts)] });
}

/** As crypto.randomUUID, which a plant's plain-http address has not. */
export function identifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A button of the floor. */
export function button(kind: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  const label = document.createElement("span");
  label.textContent = text;
  made.append(label);
  return made;
}

/** The sentences of a screen, by key, with what they are about put in. */
export function wordsOf(root: HTMLElement): (key: string, ...about: string[]) => string {
  const said = JSON.parse(root.dataset["mots"] ?? "{}") as Record<string, string>;
  return (key, ...about) => (said[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => about[Number(i)] ?? "");
}
