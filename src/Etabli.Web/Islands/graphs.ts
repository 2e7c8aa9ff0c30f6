// <div class="graphe" data-graphe="address"> beside a drawn figure: the same numbers to explore. The charting library comes only when it is asked for.
// What is drawn stays what is printed, and what is there without script.
import type { Explored } from "./graphView";

/** What a reader chose stays theirs from page to page. */
const CHOICE = "etabli.graphe";

/** Open graphs by address, so that a page taken anew shows the stretch it showed. */
const shown = new Map<HTMLElement, Explored>();
const windows = new Map<string, [number, number]>();

/** A page taken anew in place loses what was written on its elements: what is known of them stands here. */
const heard = new WeakSet<HTMLElement>();
const coming = new WeakSet<HTMLElement>();
let renders = 0;

export function startGraphs(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
  document.addEventListener("turbo:before-render", leave);
  document.addEventListener("turbo:before-cache", leave);
}

function leave(): void {
  renders++;
  for (const [box, graph] of shown) {
    windows.set(key(box), graph.window());
    graph.close();
    canvas(box).replaceChildren();
    show(box, false);
  }
  shown.clear();
}

function adopt(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-graphe]")) {
    box.hidden = false;
    if (!heard.has(box)) {
      heard.add(box);
      box.addEventListener("click", (event) => {
        const pressed = (event.target as HTMLElement).closest<HTMLButtonElement>("button[data-vue]");
        if (pressed) {
          choose(pressed.dataset["vue"] ?? "");
          void look(box, pressed.dataset["vue"] === "explorer");
        }
      });
    }
    if (chosen() === "explorer" && !shown.has(box)) {
      void look(box, true);
    }
  }
}

async function look(box: HTMLElement, explores: boolean): Promise<void> {
  if (!explores) {
    shown.get(box)?.close();
    shown.delete(box);
    show(box, false);
    return;
  }
  if (shown.has(box)) {
    return;
  }
  show(box, true);
  if (coming.has(box)) {
    return;
  }
  coming.add(box);
  const asked = renders;
  const said = box.querySelector<HTMLElement>(".graphe-etat");
  try {
    box.setAttribute("aria-busy", "true");
    const { explore } = await import("./graphView.js");
    const graph = await explore(box, windows.get(key(box)));
    // Closed, or left, while it was on its way.
    if (!box.isConnected || canvas(box).hidden) {
      graph.close();
      return;
    }
    // The page was taken anew under it: what it was drawn in is gone.
    if (asked !== renders) {
      graph.close();
      canvas(box).replaceChildren();
      coming.delete(box);
      return await look(box, true);
    }
    shown.set(box, graph);
    if (said) {
      said.hidden = true;
    }
  } catch {
    if (box.isConnected) {
      show(box, false);
      if (said) {
        said.hidden = false;
      }
    }
  } finally {
    coming.delete(box);
    box.removeAttribute("aria-busy");
  }
}

/** Either the drawn figure or the graph is seen; print always has the figure. */
function show(box: HTMLElement, explores: boolean): void {
  for (const button of box.querySelectorAll<HTMLButtonElement>("button[data-vue]")) {
    button.setAttribute("aria-pressed", String((button.dataset["vue"] === "explorer") === explores));
  }
  for (const part of box.querySelectorAll<HTMLElement>(".graphe-toile, .graphe-outils")) {
    part.hidden = !explores;
  }
  if (!explores) {
    box.querySelector(".graphe-point")?.replaceChildren();
  }
  box.closest("figure")?.classList.toggle("explore", explores);
}

function canvas(box: HTMLElement): HTMLElement {
  return box.querySelector<HTMLElement>(".graphe-toile")!;
}

function key(box: HTMLElement): string {
  return `${location.pathname} ${box.dataset["graphe"] ?? ""}`;
}

function choose(view: string): void {
  try {
    localStorage.setItem(CHOICE, view);
  } catch {
    // A browser that keeps nothing shows the figure first.
  }
}

function chosen(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
