// What is typed in a form[data-draft] stays in the browser until the form succeeds: a cut, a crash or a refusal loses nothing.
import { notice } from "./notice";
import { word } from "./words";

interface Draft {
  at: number;
  values: Record<string, string[]>;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const prefix = "etabli:draft:";
const oldest = 14 * 24 * 3600 * 1000;
const waiting = new WeakMap<HTMLFormElement, number>();

export function startDrafts(): void {
  document.addEventListener("input", (event) => later(event.target));
  document.addEventListener("change", (event) => later(event.target));
  document.addEventListener("turbo:load", restoreAll);
  document.addEventListener("turbo:render", restoreAll);
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && event.target.dataset["draft"] !== undefined) {
      save(event.target);
      event.target.querySelector("[data-offline]")?.remove();
    }
  }, true);
  document.addEventListener("etabli:saved", (event) => {
    if (event.target instanceof HTMLFormElement) {
      forget(event.target);
      delete event.target.dataset["dirty"];
    }
  });
  document.addEventListener("turbo:submit-end", (event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail;
    if (success && event.target instanceof HTMLFormElement) {
      forget(event.target);
    }
  });
  document.addEventListener("turbo:fetch-request-error", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement) {
      form.querySelector("[data-offline]")?.remove();
      const said = notice("r", word("draftOffline"));
      said.dataset["offline"] = "";
      said.tabIndex = -1;
      form.prepend(said);
      said.focus();
    }
  });
  dropOld();
}

function key(form: HTMLFormElement): string {
  return `${prefix}${document.body.dataset["moi"] ?? ""}:${location.pathname}:${form.dataset["draft"] ?? ""}`;
}

function later(target: EventTarget | null): void {
  const form = (target as Control | null)?.form;
  if (form?.dataset["draft"] === undefined) {
    return;
  }
  clearTimeout(waiting.get(form));
  waiting.set(form, window.setTimeout(() => save(form), 150));
}

/** Never a password, a file, a token or anything the person did not type. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((e): e is Control =>
    (e instanceof HTMLTextAreaElement || e instanceof HTMLSelectElement || e instanceof HTMLInputElement)
    && e.name !== "" && !e.name.startsWith("__")
    && !["password", "file", "hidden", "submit", "button", "reset", "image"].includes(e.type)
    && e.autocomplete !== "one-time-code");
}

function read(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const control of controls(form)) {
    const list = (values[control.name] ??= []);
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      if (control.checked) {
        list.push(control.value);
      }
    } else if (control instanceof HTMLSelectElement) {
      list.push(...[...control.selectedOptions].map((o) => o.value));
    } else {
      list.push(control.value);
    }
  }
  return values;
}

function write(form: HTMLFormElement, values: Record<string, string[]>): void {
  const left = structuredClone(values);
  for (const control of controls(form)) {
    const list = left[control.name];
    if (list === undefined) {
      continue;
    }
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = list.includes(control.value);
    } else if (control instanceof HTMLSelectElement) {
      for (const option of control.options) {
        option.selected = list.includes(option.value);
      }
    } else {
      control.value = list.shift() ?? control.value;
    }
  }
}

function save(form: HTMLFormElement): void {
  try {
    localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), values: read(form) } satisfies Draft));
    form.dataset["dirty"] = "";
  } catch {
    // Storage is full or forbidden: the page goes on without drafts.
  }
}

function forget(form: HTMLFormElement): void {
  clearTimeout(waiting.get(form));
  try {
    localStorage.removeItem(key(form));
  } catch {
    // As above.
  }
}

function restoreAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    if (form.dataset["newer"] !== undefined) {
      // The server answered with more than was typed: a file read, lines left to mend.
      forget(form);
      continue;
    }
    const found = load(key(form));
    if (found === undefined || form.dataset["restored"] !== undefined) {
      continue;
    }
    const asServed = read(form);
    if (JSON.stringify(asServed) === JSON.stringify(found.values)) {
      continue;
    }
    form.dataset["restored"] = "";
    form.dataset["dirty"] = "";
    write(form, found.values);
    const box = notice("i", word("draftFound"), {
      label: word("draftDrop"),
      run: () => {
        forget(form);
        delete form.dataset["dirty"];
        write(form, asServed);
        box.remove();
      },
    });
    form.prepend(box);
    form.dispatchEvent(new CustomEvent("etabli:restored", { bubbles: true }));
  }
}

function load(name: string): Draft | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
}

function dropOld(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(prefix) && (load(name)?.at ?? 0) < Date.now() - oldest) {
        localStorage.removeItem(name);
      }
    }
  } catch {
    // As above.
  }
}
