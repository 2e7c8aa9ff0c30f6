// Before the watch runs: which study, or which new one at which station; which elements; on the watch or on a film.
import { identifier } from "./courier";
import type { Film } from "./film";
import { elementsOf, written, type Element, type Session } from "./session";

/** What the page brought along. */
export interface Kit {
  studies: { id: string; title: string; scope: string; unit: string; scale: string; cycles: number; elements: Element[]; foreign: string[] }[];
  stations: { code: string; kind: string; tasks: Element[] }[];
  units: { key: string; symbol: string; seconds: number; decimals: number }[];
  scales: { key: string; normal: number }[];
}

export class Setup {
  /** Studies begun on this device that the server may not have yet: each session of theirs says how to begin them. */
  private readonly begun = new Map<string, NonNullable<Session["begin"]>>();

  constructor(private readonly root: HTMLElement, private readonly kit: Kit, private readonly word: (key: string, ...about: string[]) => string) {
    const asked = new URLSearchParams(location.search).get("etude");
    const list = this.find<HTMLSelectElement>("#etude");
    list.value = kit.studies.some((s) => s.id === asked) ? asked! : (kit.studies[0]?.id ?? "");
    list.addEventListener("change", () => this.show());
    this.find("#poste").addEventListener("input", () => this.tasks());
    this.find("[data-prendre]").addEventListener("click", () => {
      this.find<HTMLTextAreaElement>("#elements").value = written(this.station?.tasks ?? []);
    });
    pressed(root, "[data-allure-par]", () => undefined);
    this.show();
  }

  /** A study begun here can be timed again before the network is back. */
  learn(session: Session): void {
    if (session.begin && !this.begun.has(session.study) && !this.kit.studies.some((s) => s.id === session.study)) {
      this.begun.set(session.study, session.begin);
      this.kit.studies.push({ id: session.study, title: session.title, scope: session.begin.scope, unit: session.unit, scale: session.scale, cycles: 0, elements: session.elements, foreign: [] });
      const list = this.find<HTMLSelectElement>("#etude");
      list.insertBefore(new Option(session.title, session.study), list.options[list.options.length - 1] ?? null);
    }
  }

  /** A session ready to run; or the sentence that says what is missing. */
  session(film: Film): Session | string {
    const study = this.chosen;
    const elements = elementsOf(this.find<HTMLTextAreaElement>("#elements").value);
    const [title, place, unit, scale] = [this.find<HTMLInputElement>("#titre"), this.find<HTMLInputElement>("#poste"), this.find<HTMLSelectElement>("#unite"), this.find<HTMLSelectElement>("#echelle")];
    const filmed = this.on("[data-source]")?.dataset["source"] === "film";
    const lacking = !study && title.value.trim() === "" ? ["TitleNeeded", title] as const
      : elements.length === 0 ? ["ElementsNeeded", this.find("#elements")] as const
        : filmed && !film.ready ? ["FilmNeeded", this.find("#film")] as const : undefined;
    if (lacking) {
      lacking[1].focus();
      return this.word(lacking[0]);
    }
    return {
      id: identifier(), study: study?.id ?? identifier(), title: study?.title ?? title.value.trim(), elements,
      begin: study ? (this.begun.get(study.id) ?? null) : { title: title.value.trim(), scope: place.value.trim(), unit: unit.value, scale: scale.value },
      unit: study?.unit ?? unit.value, scale: study?.scale ?? scale.value, rates: (this.on("[data-allure-par]")?.dataset["allurePar"] ?? "none") as Session["rates"],
      began: filmed ? film.began : Date.now(), film: filmed ? { name: film.name, from: film.here } : null, marks: [],
    };
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private on(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`button${selector}[aria-pressed="true"]`);
  }

  private get chosen(): Kit["studies"][number] | undefined {
    return this.kit.studies.find((s) => s.id === this.find<HTMLSelectElement>("#etude").value);
  }

  private show(): void {
    const study = this.chosen;
    this.find("[data-nouvelle]").hidden = study !== undefined;
    this.find<HTMLTextAreaElement>("#elements").value = written(study?.elements ?? []);
    this.find("[data-deja]").textContent = study ? this.word("CyclesSoFar", String(study.cycles)) : "";
    this.tasks();
  }

  private get station(): Kit["stations"][number] | undefined {
    const plain = (this.chosen ? this.chosen.scope : this.find<HTMLInputElement>("#poste").value).trim().toLowerCase();
    return this.kit.stations.find((s) => s.code.toLowerCase() === plain) ?? this.kit.stations.find((s) => plain.split(/[^\p{L}\p{N}]+/u).includes(s.code.toLowerCase()));
  }

  /** The tasks the plant's data know at this station are elements ready to be timed. */
  private tasks(): void {
    const take = this.find("[data-prendre]");
    const station = this.station;
    take.hidden = station === undefined || station.tasks.length === 0;
    take.textContent = station ? this.word("TakeTasks", String(station.tasks.length), station.code) : "";
  }
}

/** Buttons of which one is pressed at a time. */
export function pressed(root: HTMLElement, selector: string, then: (chosen: HTMLElement) => void): void {
  const all = [...root.querySelectorAll<HTMLButtonElement>(`button${selector}`)];
  for (const one of all) {
    one.addEventListener("click", () => {
      all.forEach((b) => b.setAttribute("aria-pressed", String(b === one)));
      then(one);
    });
  }
}
