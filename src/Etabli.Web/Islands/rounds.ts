// A round of work sampling: each machine and each person once, one touch for its state at that instant. A round can be corrected until it
// is ended; then its touches leave as everything else of the floor does.
import { button, identifier, type Courier } from "./courier";
import type { Kept } from "./outbox";

export interface Sampled {
  id: string;
  title: string;
  places: string[];
  states: string[];
  count: number;
  times: string[];
}

interface Own {
  places: string[];
  states: string[];
}

export class Rounds {
  constructor(
    private readonly root: HTMLElement, private readonly kit: Sampled[], private readonly courier: Courier, private readonly word: (key: string, ...about: string[]) => string) {
    this.find("#observation").addEventListener("change", () => this.draw());
    this.find("[data-ajouter]").addEventListener("click", () => this.add());
    this.find("[data-finir]").addEventListener("click", () => void this.end());
    this.draw();
  }

  draw(): void {
    const study = this.study;
    const list = this.find("[data-ronde]");
    for (const part of this.root.querySelectorAll<HTMLElement>("[data-si-etude]")) {
      part.hidden = study === undefined;
    }
    if (!study) {
      return;
    }
    const open = this.open(study);
    const { places, states } = this.lists(study);
    // The buttons stay the same while their round does: one rebuilt under a finger would lose its touch.
    const shown = JSON.stringify([study.id, places, states]);
    if (list.dataset["montre"] !== shown) {
      list.dataset["montre"] = shown;
      list.replaceChildren(...places.map((place, i) => this.card(study, place, i, states)));
    }
    list.querySelectorAll<HTMLElement>(".vu").forEach((card, i) => {
      const seen = open.find((k) => k.fields["lieu"] === places[i]);
      card.dataset["fait"] = String(seen !== undefined);
      card.querySelector("time")!.textContent = seen ? clock(new Date(seen.at)) : "";
      card.querySelectorAll("button").forEach((b, s) => b.setAttribute("aria-pressed", String(seen?.fields["etat"] === states[s])));
    });
    const kept = this.courier.kept.filter((k) => k.kind === "sighting" && k.fields["etude"] === study.id && (k.state === "waiting" || k.state === "sent")).length;
    const next = study.times.find((t) => t > clock(new Date()));
    this.find("[data-releve-dit]").textContent = [this.word("SightingsSoFar", String(study.count + kept)), ...(next === undefined ? [] : [this.word("NextRound", next)])].join(" · ");
    const end = this.find<HTMLButtonElement>("[data-finir]");
    end.disabled = open.length === 0;
    end.textContent = this.word("EndRound", String(open.length), String(places.length));
  }

  private get study(): Sampled | undefined {
    return this.kit.find((s) => s.id === this.find<HTMLSelectElement>("#observation").value);
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private open(study: Sampled): Kept[] {
    return this.courier.kept.filter((k) => k.kind === "sighting" && k.state === "open" && k.who === this.courier.me && k.fields["etude"] === study.id);
  }

  private lists(study: Sampled): Own {
    const own = this.own(study);
    const all = (known: string[], mine: string[]): string[] => [...known, ...mine.filter((m) => !known.some((k) => k.toLowerCase() === m.toLowerCase()))];
    return { places: all(study.places, own.places), states: all(study.states, own.states) };
  }

  private own(study: Sampled): Own {
    return JSON.parse(localStorage.getItem(`etabli-tournee-${study.id}`) ?? "null") as Own | null ?? { places: [], states: [] };
  }

  private card(study: Sampled, place: string, at: number, states: string[]): HTMLElement {
    const card = document.createElement("section");
    card.className = "vu";
    const name = document.createElement("h2");
    name.id = `vu-${at}`;
    name.textContent = place;
    const when = document.createElement("time");
    when.className = "num mut";
    name.append(when);
    const choices = document.createElement("div");
    choices.className = "etats";
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-labelledby", name.id);
    choices.append(...states.map((state) => {
      const made = button("gros", state);
      made.addEventListener("click", () => void this.see(study, place, state));
      return made;
    }));
    card.append(name, choices);
    return card;
  }

  /** What is seen is kept at once, at its instant; another touch corrects it, the same touch takes it back. */
  private async see(study: Sampled, place: string, state: string): Promise<void> {
    const before = this.open(study).find((k) => k.fields["lieu"] === place);
    if (before?.fields["etat"] === state) {
      await this.courier.outbox.remove(before.id);
    } else {
      await this.courier.put({ id: before?.id ?? identifier(), kind: "sighting", who: this.courier.me, at: Date.now(), fields: { etude: study.id, lieu: place, etat: state }, photo: undefined, state: "open" });
    }
    await this.courier.refresh();
  }

  private async end(): Promise<void> {
    const study = this.study;
    if (study) {
      for (const seen of this.open(study)) {
        await this.courier.put({ ...seen, state: "waiting" });
      }
      await this.courier.refresh();
      await this.courier.send();
    }
  }

  private add(): void {
    const [study, field] = [this.study, this.find<HTMLInputElement>("#a-voir")];
    const said = field.value.trim();
    if (study && said !== "") {
      const own = this.own(study);
      (this.find<HTMLSelectElement>("#a-voir-quoi").value === "etat" ? own.states : own.places).push(said);
      localStorage.setItem(`etabli-tournee-${study.id}`, JSON.stringify(own));
      field.value = "";
      this.draw();
    }
  }
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
