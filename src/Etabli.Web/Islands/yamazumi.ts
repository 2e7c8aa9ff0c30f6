// <div data-yamazumi="First.Text">: the tasks of the stacks in it are moved to another station with the mouse, a finger or the
// arrows. What breaks a precedence is refused at once, in words. Where a task goes is said in the table of that name: what is
// saved, undone and drawn anew is the table.
import { readRows, type Column } from "./gridText";

interface Task {
  id: string;
  time: number;
  after: string[];
  post: string;
  /** Its time for each model, in the order of the line's models. */
  models: number[];
}

interface Line {
  takt: number | null;
  /** Seconds a station has for a piece: the takt of each of its operators and copies. */
  room: number | null;
  models: { name: string; most: number | null }[];
  posts: string[];
  tasks: Task[];
  task: number;
  today: number;
  proposed: number;
  /** By task and station: the rules of the workshop that going there would break. */
  rules: Record<string, Record<string, string[]>>;
  words: Record<"before" | "after" | "over" | "model" | "moved" | "refused" | "end" | "free", string>;
}

interface Verdict {
  refused: string[];
  over: string | undefined;
}

interface Held {
  task: Task;
  block: SVGGElement;
  ghost: SVGGElement;
  from: { x: number; y: number };
  to: string;
  moved: boolean;
}

const threshold = 4;
/** What the script puts on the server's drawing, and a newer drawing has not. */
const added = ["tabindex", "role", "aria-describedby"];

let held: Held | undefined;
let watcher: MutationObserver | undefined;
/** The task whose block takes the focus when the figure is drawn anew. */
let wanted: string | undefined;

export function startYamazumi(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
  document.addEventListener("turbo:before-morph-attribute", (event) => {
    const name = (event as CustomEvent<{ attributeName: string }>).detail.attributeName;
    if (added.includes(name) && (event.target as Element).closest?.("[data-yamazumi] svg")) {
      event.preventDefault();
    }
  });
  document.addEventListener("pointerdown", take);
  document.addEventListener("pointermove", drag);
  document.addEventListener("pointerup", () => held && drop());
  document.addEventListener("pointercancel", () => letGo());
  document.addEventListener("keydown", key);
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-empiler=annuler]")) {
      undo();
    }
  });
}

function adopt(): void {
  watcher?.disconnect();
  held = undefined;
  const box = document.querySelector<HTMLElement>("[data-yamazumi]");
  const help = document.getElementById("empiler");
  if (!box || !help || !area()) {
    return;
  }
  dress(box);
  watcher = new MutationObserver(() => dress(box));
  watcher.observe(box, { childList: true, subtree: true });
}

function dress(box: HTMLElement): void {
  const known = line();
  const help = document.getElementById("empiler");
  if (help) {
    help.hidden = known === undefined;
  }
  if (!known) {
    return;
  }
  for (const block of box.querySelectorAll<SVGGElement>("g[data-code]")) {
    const drawing = block.ownerSVGElement;
    if (drawing?.getAttribute("role") === "img") {
      // What is inside a picture cannot be reached; inside a group it can.
      drawing.setAttribute("role", "group");
      drawing.setAttribute("aria-label", drawing.querySelector("title")?.textContent ?? "");
    }
    block.setAttribute("tabindex", "0");
    block.setAttribute("role", "group");
    block.setAttribute("aria-label", block.querySelector("title")?.textContent ?? block.dataset["code"] ?? "");
    block.setAttribute("aria-describedby", "empiler-aide");
    if (wanted !== undefined && block.dataset["code"] === wanted && document.activeElement !== block) {
      block.focus({ preventScroll: true });
    }
  }
}

function area(): HTMLTextAreaElement | null {
  const name = document.querySelector<HTMLElement>("[data-yamazumi]")?.dataset["yamazumi"];
  return name === undefined ? null : document.querySelector<HTMLTextAreaElement>(`textarea[data-grid][name="${name}"]`);
}

function line(): Line | undefined {
  const text = document.getElementById("ligne")?.textContent;
  return text ? JSON.parse(text) as Line : undefined;
}

function blockOf(target: EventTarget | null): SVGGElement | null {
  return target instanceof Element ? target.closest<SVGGElement>("[data-yamazumi] g[data-code][tabindex]") : null;
}

/** What a task at that station would break that does not already break where it is; and whether the station gets too much. */
function judge(known: Line, task: Task, to: string): Verdict {
  const at = (post: string): number => known.posts.indexOf(post);
  const [now, then] = [at(task.post), at(to)];
  const refused: string[] = [];
  for (const other of known.tasks) {
    const place = at(other.post);
    if (place < 0 || other === task) {
      continue;
    }
    if (task.after.includes(other.id) && place > then && !(now >= 0 && place > now)) {
      refused.push(say(known.words.before, other.id, task.id, other.post));
    }
    if (other.after.includes(task.id) && place < then && !(now >= 0 && place < now)) {
      refused.push(say(known.words.after, task.id, other.id, other.post));
    }
  }
  refused.push(...(known.rules[task.id]?.[to] ?? []));
  const load = loadOf(known, to) + (to === task.post ? 0 : task.time);
  const over = known.takt !== null && known.room !== null && load > known.room ? say(known.words.over, to, told(load), told(known.room)) : undefined;
  return { refused, over: over ?? overModel(known, task, to) };
}

/** The first model that the station would then have more of than it may. */
function overModel(known: Line, task: Task, to: string): string | undefined {
  for (const [at, model] of known.models.entries()) {
    const load = known.tasks.reduce((sum, other) => sum + (other.post === to || other === task ? other.models[at] ?? 0 : 0), 0);
    if (known.takt !== null && model.most !== null && load > model.most) {
      return say(known.words.model, to, told(load), model.name, told(model.most));
    }
  }
  return undefined;
}

function loadOf(known: Line, post: string): number {
  return known.tasks.reduce((sum, task) => sum + (task.post === post ? task.time : 0), 0);
}

function told(seconds: number): string {
  return seconds.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}

function say(sentence: string, ...about: string[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, i: string) => about[Number(i)] ?? "");
}

function take(event: PointerEvent): void {
  const block = blockOf(event.target);
  wanted = undefined;
  if (!block || event.button !== 0 || !event.isPrimary || (event.pointerType === "touch" && document.activeElement !== block)) {
    return;
  }
  const known = line();
  const task = known?.tasks.find((t) => t.id === block.dataset["code"]);
  const drawing = block.ownerSVGElement;
  if (!known || !task || !drawing) {
    return;
  }
  // No text is chosen while it is dragged; the focus that this also prevents is given.
  event.preventDefault();
  block.focus({ preventScroll: true });
  const ghost = block.cloneNode(true) as SVGGElement;
  for (const name of ["data-code", ...added, "aria-label"]) {
    ghost.removeAttribute(name);
  }
  ghost.setAttribute("aria-hidden", "true");
  ghost.classList.add("fantome");
  held = { task, block, ghost, from: { x: event.clientX, y: event.clientY }, to: task.post, moved: false };
}

function drag(event: PointerEvent): void {
  const drawing = held?.block.ownerSVGElement;
  const scale = drawing?.getScreenCTM()?.a;
  if (!held || !drawing || !scale) {
    return;
  }
  const [x, y] = [event.clientX - held.from.x, event.clientY - held.from.y];
  if (!held.moved && Math.hypot(x, y) < threshold) {
    return;
  }
  const known = line();
  if (!known) {
    return;
  }
  if (!held.moved) {
    held.moved = true;
    held.block.classList.add("souleve");
    drawing.append(held.ghost);
    for (const place of places()) {
      const { refused, over } = judge(known, held.task, place.dataset["place"] ?? "");
      place.classList.add(refused.length > 0 ? "refuse" : over ? "charge" : "permis");
    }
  }
  held.ghost.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
  held.to = under(event.clientX, event.clientY) ?? held.task.post;
  for (const place of places()) {
    place.classList.toggle("cible", place.dataset["place"] === held.to && held.to !== held.task.post);
  }
  const { refused, over } = judge(known, held.task, held.to);
  tip(held.to === held.task.post ? "" : refused.length > 0 ? `${known.words.refused} ${refused.join("; ")}` : over ?? say(known.words.free, held.to, told(loadOf(known, held.to) + held.task.time)), event.clientX, event.clientY, refused.length > 0);
}

function places(): SVGGElement[] {
  return [...document.querySelectorAll<SVGGElement>("[data-yamazumi] g[data-place]")];
}

/** The station of the column under the pointer; the row is the nearest one, so that it may be above a short stack. */
function under(x: number, y: number): string | undefined {
  let best: { post: string | undefined; far: number } | undefined;
  for (const place of places()) {
    const box = place.getBoundingClientRect();
    const far = Math.max(0, box.top - y, y - box.bottom);
    if (x >= box.left - 2 && x <= box.right + 2 && (!best || far < best.far)) {
      best = { post: place.dataset["place"], far };
    }
  }
  return best?.post;
}

function drop(): void {
  const done = held;
  letGo();
  if (done?.moved && done.to !== done.task.post) {
    move(done.task, done.to);
  }
}

function letGo(): void {
  held?.ghost.remove();
  held?.block.classList.remove("souleve");
  for (const place of places()) {
    place.classList.remove("refuse", "charge", "permis", "cible");
  }
  document.getElementById("empiler-bulle")?.remove();
  held = undefined;
}

function move(task: Task, to: string): void {
  const known = line();
  const table = area();
  const status = document.getElementById("empiler-dit");
  if (!known || !table || !status) {
    return;
  }
  const { refused, over } = judge(known, task, to);
  status.className = refused.length > 0 ? "dit refus" : over ? "dit alerte" : "dit";
  if (refused.length > 0) {
    status.textContent = `${known.words.refused} ${refused.join("; ")}.`;
    return;
  }
  const row = readRows(JSON.parse(table.dataset["grid"] ?? "[]") as Column[], table.value).filter((cells) => cells[known.task] === task.id).pop();
  if (!row) {
    return;
  }
  // A task that goes back where it is today says no station of its own any more.
  row[known.proposed] = row[known.today] === to ? "" : to;
  status.textContent = say(known.words.moved, task.id, task.post, to) + (over ? ` ${over}.` : "");
  wanted = task.id;
  table.dispatchEvent(new CustomEvent("etabli:put", { detail: row }));
}

function undo(): void {
  area()?.dispatchEvent(new CustomEvent("etabli:undo"));
  const status = document.getElementById("empiler-dit");
  if (status) {
    status.textContent = "";
  }
}

function key(event: KeyboardEvent): void {
  if (event.key === "Escape" && held) {
    event.preventDefault();
    letGo();
    return;
  }
  const block = blockOf(event.target);
  if (!block || event.altKey) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    event.preventDefault();
    wanted = block.dataset["code"];
    undo();
    return;
  }
  const step = ({ ArrowLeft: -1, ArrowRight: 1 } as Record<string, number>)[event.key];
  const known = line();
  const task = known?.tasks.find((t) => t.id === block.dataset["code"]);
  if (step === undefined || !known || !task || held) {
    return;
  }
  event.preventDefault();
  const to = known.posts[known.posts.indexOf(task.post) + step];
  if (to !== undefined) {
    move(task, to);
  } else {
    const status = document.getElementById("empiler-dit");
    if (status) {
      status.className = "dit";
      status.textContent = known.words.end;
    }
  }
}

/** What the station under the pointer would say, beside the pointer. */
function tip(text: string, x: number, y: number, refused: boolean): void {
  let box = document.getElementById("empiler-bulle");
  if (text === "") {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("div");
    box.id = "empiler-bulle";
    box.setAttribute("aria-hidden", "true");
    document.body.append(box);
  }
  box.className = refused ? "empiler-bulle refus" : "empiler-bulle";
  box.textContent = text;
  box.style.left = `${Math.max(8, Math.min(x + 14, window.innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(y + 18, window.innerHeight - box.offsetHeight - 8))}px`;
}
