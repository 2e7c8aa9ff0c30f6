// <div data-carte="Offsets.Text">: the boxes and stocks of the map in it are moved with the pointer or the arrows. How far goes, in
// millimetres, into the table of offsets of that name: what is saved, undone and drawn anew is the table.
import { readRows, type Column } from "./gridText";

const farthest = 400;
const threshold = 3;
const pause = 700;
/** What the script puts on the server's drawing, and a newer drawing has not. */
const added = ["tabindex", "role", "aria-label", "aria-describedby"];

interface Held {
  thing: SVGGElement;
  /** Where the finger or the mouse was, in pixels; null when the arrows move it. */
  from: { x: number; y: number } | null;
  /** Shown move that is already in the table, in millimetres. */
  base: { x: number; y: number };
  by: { x: number; y: number };
  moved: boolean;
}

let held: Held | undefined;
let waiting = 0;
let watcher: MutationObserver | undefined;

export function startMap(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
  document.addEventListener("turbo:before-morph-attribute", (event) => {
    const name = (event as CustomEvent<{ attributeName: string }>).detail.attributeName;
    if (added.includes(name) && (event.target as Element).closest?.("[data-carte] svg")) {
      event.preventDefault();
    }
  });
  document.addEventListener("pointerdown", take);
  document.addEventListener("pointermove", drag);
  document.addEventListener("pointerup", () => held?.from && leave());
  document.addEventListener("pointercancel", () => held?.from && cancel());
  document.addEventListener("keydown", key);
  document.addEventListener("focusout", () => held?.from === null && leave());
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-deplacer=annuler]")) {
      table()?.dispatchEvent(new CustomEvent("etabli:undo"));
    }
  });
}

function adopt(): void {
  const map = document.querySelector<HTMLElement>("[data-carte]");
  const help = document.getElementById("deplacer");
  watcher?.disconnect();
  if (!map || !help || !table()) {
    return;
  }
  help.hidden = false;
  dress(map);
  watcher = new MutationObserver(() => dress(map));
  watcher.observe(map, { childList: true, subtree: true });
}

function dress(map: HTMLElement): void {
  for (const thing of map.querySelectorAll<SVGGElement>("g[data-code]:not([tabindex])")) {
    const drawing = thing.ownerSVGElement;
    if (drawing?.getAttribute("role") === "img") {
      // What is inside a picture cannot be reached; inside a group it can.
      drawing.setAttribute("role", "group");
      drawing.setAttribute("aria-label", drawing.querySelector("title")?.textContent ?? "");
    }
    thing.setAttribute("tabindex", "0");
    thing.setAttribute("role", "group");
    thing.setAttribute("aria-label", thing.querySelector("title")?.textContent ?? thing.dataset["code"] ?? "");
    thing.setAttribute("aria-describedby", "deplacer-aide");
  }
}

function table(): HTMLTextAreaElement | null {
  const name = document.querySelector<HTMLElement>("[data-carte]")?.dataset["carte"];
  return name === undefined ? null : document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
}

function thingOf(target: EventTarget | null): SVGGElement | null {
  return target instanceof Element ? target.closest<SVGGElement>("[data-carte] g[data-code][tabindex]") : null;
}

function hold(thing: SVGGElement, from: Held["from"]): Held {
  const shown = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(thing.getAttribute("transform") ?? "");
  return { thing, from, base: { x: Number(shown?.[1] ?? 0), y: Number(shown?.[2] ?? 0) }, by: { x: 0, y: 0 }, moved: false };
}

function take(event: PointerEvent): void {
  const thing = thingOf(event.target);
  if (!thing || event.button !== 0 || !event.isPrimary || (event.pointerType === "touch" && document.activeElement !== thing)) {
    return;
  }
  if (held) {
    leave();
  }
  // No text is chosen while it is dragged; the focus that this also prevents is given.
  event.preventDefault();
  thing.focus({ preventScroll: true });
  held = hold(thing, { x: event.clientX, y: event.clientY });
}

function drag(event: PointerEvent): void {
  const scale = held?.from ? held.thing.ownerSVGElement?.getScreenCTM()?.a : undefined;
  if (!held?.from || !scale) {
    return;
  }
  const [x, y] = [event.clientX - held.from.x, event.clientY - held.from.y];
  held.moved ||= Math.hypot(x, y) >= threshold;
  if (held.moved) {
    held.by = { x: Math.round(x / scale), y: Math.round(y / scale) };
    show();
  }
}

function key(event: KeyboardEvent): void {
  if (event.key === "Escape" && held) {
    event.preventDefault();
    cancel();
    return;
  }
  const thing = thingOf(event.target);
  if (!thing || event.altKey) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    event.preventDefault();
    table()?.dispatchEvent(new CustomEvent("etabli:undo"));
    return;
  }
  const step = event.shiftKey ? 5 : 1;
  const way = ({ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] } as Record<string, [number, number]>)[event.key];
  if (way && !held?.from) {
    event.preventDefault();
    held ??= hold(thing, null);
    held.by = { x: held.by.x + way[0], y: held.by.y + way[1] };
    held.moved = true;
    show();
    clearTimeout(waiting);
    waiting = window.setTimeout(leave, pause);
  } else if (event.key === "Enter" && held) {
    event.preventDefault();
    leave();
  }
}

function show(): void {
  held?.thing.setAttribute("transform", `translate(${held.base.x + held.by.x} ${held.base.y + held.by.y})`);
}

function cancel(): void {
  clearTimeout(waiting);
  if (held) {
    held.by = { x: 0, y: 0 };
    if (held.base.x === 0 && held.base.y === 0) {
      held.thing.removeAttribute("transform");
    } else {
      show();
    }
  }
  held = undefined;
}

/** What was moved is said in the table: by so much more than it says now. */
function leave(): void {
  clearTimeout(waiting);
  const done = held;
  held = undefined;
  const area = table();
  const code = done?.thing.dataset["code"];
  if (!done || !area || code === undefined || !done.moved || (done.by.x === 0 && done.by.y === 0)) {
    return;
  }
  const columns = JSON.parse(area.dataset["grid"] ?? "[]") as Column[];
  const known = readRows(columns, area.value).filter((row) => row[0] === code).pop();
  const put = (i: number, by: number): string => {
    const sum = Number((known?.[i] ?? "0").replace(",", ".")) + by;
    return String(Math.max(-farthest, Math.min(farthest, Number.isFinite(sum) ? sum : by))).replace(".", document.documentElement.lang === "fr" ? "," : ".");
  };
  area.dispatchEvent(new CustomEvent("etabli:put", { detail: [code, put(1, done.by.x), put(2, done.by.y)] }));
}
