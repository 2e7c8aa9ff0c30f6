// A session of the stopwatch is its marks and nothing else: instants since it began, in milliseconds. Times, cycles and means are read
// from them, so that taking back a mark, or saying afterwards which element it was, needs no arithmetic of its own.

export interface Element {
  code: string;
  label: string;
  /** How often it comes in a cycle; null when nobody said. Less than 1: it comes now and then, and is chosen by hand. */
  perCycle: number | null;
}

export interface Mark {
  at: number;
  kind: "start" | "lap" | "foreign" | "resume" | "stop";
  /** Which element begins here. */
  next?: number;
  /** The pace judged for the element that ends here; null while nobody judged it. */
  rating?: number | null;
  /** Why the time that ends here is left out. */
  out?: string;
  /** What the foreign element that ends here was. */
  label?: string;
}

export interface Session {
  id: string;
  study: string;
  title: string;
  /** The study to begin with this session; null when it is there. */
  begin: { title: string; scope: string; unit: string; scale: string } | null;
  /** When it began, by the device's calendar clock. */
  began: number;
  elements: Element[];
  marks: Mark[];
  /** Whether a pace is judged for each element, for each cycle, or not at all. */
  rates: "element" | "cycle" | "none";
  unit: string;
  scale: string;
  /** The film it is read from, and at which of its seconds the session begins; null at the station. */
  film: { name: string; from: number } | null;
}

/** One time: an element of a cycle, or something foreign. */
export interface Reading {
  /** The mark that ends it. */
  mark: number;
  /** Which element; -1 for something foreign. */
  element: number;
  cycle: number;
  ms: number;
  label: string;
  rating: number | null;
  out: string | undefined;
  /** Whether something foreign came into it; its time is not in it. */
  broken: boolean;
}

/** Where a session is now. */
export interface Now {
  phase: "ready" | "work" | "foreign" | "over";
  element: number;
  cycle: number;
  /** When what runs now began. */
  since: number;
  /** What the element took before something foreign came. */
  before: number;
}

/** A second touch within this time is a bounce of the first. */
export const bounce = 150;

/** Which element comes after another, when nobody says: those that come now and then are passed over. */
export function following(elements: Element[], after: number): number {
  for (let step = 1; step <= elements.length; step++) {
    const next = (after + step) % elements.length;
    if ((elements[next]?.perCycle ?? 1) >= 1) {
      return next;
    }
  }
  return (after + 1) % elements.length;
}

export function read(session: Session): { readings: Reading[]; now: Now } {
  const readings: Reading[] = [];
  const now: Now = { phase: "ready", element: following(session.elements, session.elements.length - 1), cycle: 1, since: 0, before: 0 };
  let broken = false;
  session.marks.forEach((mark, i) => {
    const lasted = mark.at - now.since;
    switch (mark.kind) {
      case "start":
        now.phase = "work";
        now.element = mark.next ?? now.element;
        break;
      case "lap": {
        readings.push({ mark: i, element: now.element, cycle: now.cycle, ms: now.before + lasted, label: session.elements[now.element]?.label ?? "", rating: mark.rating ?? null, out: mark.out, broken });
        const next = mark.next ?? following(session.elements, now.element);
        now.cycle += next <= now.element ? 1 : 0;
        now.element = next;
        now.before = 0;
        broken = false;
        break;
      }
      case "foreign":
        now.before += lasted;
        now.phase = "foreign";
        broken = true;
        break;
      case "resume":
        readings.push({ mark: i, element: -1, cycle: now.cycle, ms: lasted, label: mark.label ?? "", rating: null, out: mark.out, broken: false });
        now.phase = "work";
        break;
      case "stop":
        if (now.phase === "foreign") {
          readings.push({ mark: i, element: -1, cycle: now.cycle, ms: lasted, label: mark.label ?? "", rating: null, out: mark.out, broken: false });
        }
        now.phase = "over";
        break;
    }
    now.since = mark.at;
  });
  if (session.rates === "cycle") {
    // The pace of a cycle is the last one judged in it.
    for (const reading of readings.filter((r) => r.element >= 0)) {
      reading.rating = readings.filter((r) => r.cycle === reading.cycle && r.element >= 0 && session.marks[r.mark]?.rating != null).map((r) => session.marks[r.mark]?.rating ?? null).at(-1) ?? null;
    }
  }
  return { readings, now };
}

/** What the server takes: one row for each time. */
export function rowsOf(session: Session): object[] {
  return read(session).readings.map((r) => ({
    element: r.element >= 0 ? session.elements[r.element]?.code : "", label: r.label, cycle: r.cycle, seconds: Math.max(1, Math.round(r.ms)) / 1000,
    rating: r.rating, leftOutBecause: r.out ?? null, isForeign: r.element < 0, perCycle: r.element >= 0 ? (session.elements[r.element]?.perCycle ?? null) : null,
  }));
}

/** Cycles in which every element that comes each time has its time. */
export function wholeCycles(session: Session, readings: Reading[]): number {
  const usual = session.elements.map((e, i) => ((e.perCycle ?? 1) >= 1 ? i : -1)).filter((i) => i >= 0);
  return [...new Set(readings.map((r) => r.cycle))].filter((c) => usual.every((e) => readings.some((r) => r.cycle === c && r.element === e))).length;
}

/** The cycle as the means of its elements make it, before any rating; what is left out or foreign is not in it. */
export function sumOfMeans(readings: Reading[]): number {
  const counted = readings.filter((r) => r.element >= 0 && r.out === undefined);
  return [...new Set(counted.map((r) => r.element))].map((e) => counted.filter((r) => r.element === e)).reduce((sum, of) => sum + of.reduce((s, r) => s + r.ms, 0) / of.length, 0);
}

/** Elements as they are typed, one a line: "label", "code ; label", "code ; label ; times per cycle". A line that has no code gets a letter. */
export function elementsOf(text: string): Element[] {
  const lines = text.split(/\r?\n/).map((line) => line.split(/[;\t]/).map((part) => part.trim())).filter((parts) => parts.some((p) => p !== ""));
  const taken = new Set(lines.filter((p) => p.length > 1).map((p) => p[0] ?? ""));
  const made: Element[] = [];
  let letter = 0;
  for (const parts of lines) {
    let code = (parts.length > 1 ? (parts[0] ?? "") : "").slice(0, 20);
    if (code === "" || made.some((e) => e.code === code)) {
      do {
        code = letter < 26 ? String.fromCharCode(97 + letter) : `e${letter + 1}`;
        letter++;
      } while (taken.has(code) || made.some((e) => e.code === code));
    }
    const often = Number((parts[2] ?? "").replace(",", "."));
    made.push({ code, label: (parts.length > 1 ? (parts[1] ?? "") : (parts[0] ?? "")).slice(0, 200), perCycle: (parts[2] ?? "") !== "" && Number.isFinite(often) && often > 0 ? often : null });
  }
  return made;
}

export function written(elements: Element[]): string {
  return elements.map((e) => [e.code, e.label, ...(e.perCycle === null ? [] : [String(e.perCycle)])].join(" ; ")).join("\n");
}
