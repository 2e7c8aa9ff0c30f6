// <form data-autosave>: a change is sent by itself, a moment later, one sending at a time. What is fresh is then taken from the
// answer. A button or a link that leaves the form waits for what is on its way, so that it stands on what was just kept.
// Without script the form keeps its button.
import * as Turbo from "@hotwired/turbo";
import { parse, takeSent } from "./fresh";
import { notice } from "./notice";
import { word } from "./words";

const timers = new Map<HTMLFormElement, number>();
const sending = new Map<HTMLFormElement, Promise<void>>();
const held = new WeakSet<HTMLFormElement>();
let posted = 0;

export function startAutosave(): void {
  const soon = (wait: number) => (event: Event): void => {
    const form = (event.target as HTMLInputElement | null)?.form;
    if (form?.dataset["autosave"] !== undefined) {
      clearTimeout(timers.get(form));
      timers.set(form, window.setTimeout(() => void send(form), wait));
    }
  };
  document.addEventListener("change", soon(50));
  document.addEventListener("input", soon(1200));
  window.addEventListener("submit", afterSending, true);
  document.addEventListener("turbo:before-visit", (event) => {
    const left = [...document.querySelectorAll<HTMLFormElement>("form[data-autosave]")].filter(unsent);
    if (left.length > 0) {
      event.preventDefault();
      const { url } = (event as CustomEvent<{ url: string }>).detail;
      void Promise.all(left.map(flush)).then(() => Turbo.visit(url));
    }
  });
}

/** Resolves when nothing is on its way any more, with how many times this window has sent something. */
export async function autosaved(): Promise<number> {
  while (sending.size > 0) {
    await Promise.all(sending.values());
  }
  return posted;
}

function unsent(form: HTMLFormElement): boolean {
  return timers.has(form) || sending.has(form);
}

function flush(form: HTMLFormElement): Promise<void> {
  return timers.has(form) ? send(form) : sending.get(form) ?? Promise.resolve();
}

/** The form's own button says everything: what waited need not go, what is on its way is answered first. */
function afterSending(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset["autosave"] === undefined) {
    return;
  }
  clearTimeout(timers.get(form));
  timers.delete(form);
  const sent = sending.get(form);
  if (sent === undefined) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!held.has(form)) {
    held.add(form);
    void sent.then(() => {
      held.delete(form);
      if (form.isConnected) {
        form.requestSubmit(event.submitter);
      }
    });
  }
}

function send(form: HTMLFormElement): Promise<void> {
  clearTimeout(timers.get(form));
  timers.delete(form);
  const sent = (sending.get(form) ?? Promise.resolve()).then(() => post(form)).finally(() => {
    if (sending.get(form) === sent) {
      sending.delete(form);
    }
  });
  sending.set(form, sent);
  return sent;
}

async function post(form: HTMLFormElement): Promise<void> {
  posted++;
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" } });
    const page = parse(await answer.text());
    if (!form.isConnected) {
      return;
    }
    form.querySelector("[data-offline]")?.remove();
    if (answer.ok) {
      kept(form, page);
    } else {
      refused(form, page);
    }
  } catch {
    say(form, notice("r", word("draftOffline")));
  }
}

function kept(form: HTMLFormElement, page: Document): void {
  if (page.getElementById(form.id) === null && !timers.has(form) && !held.has(form)) {
    // Somebody said otherwise meanwhile: the page is taken whole, so that no button of it is pressed before it is there.
    form.dispatchEvent(new CustomEvent("etabli:saved", { bubbles: true }));
    Turbo.session.refresh(location.href);
    return;
  }
  takeSent(page);
  if (!timers.has(form)) {
    form.dispatchEvent(new CustomEvent("etabli:saved", { bubbles: true }));
  }
}

/** An incomplete form is no fault yet: the hand is still on it. Anything else is said where one types. */
function refused(form: HTMLFormElement, page: Document): void {
  const why = page.querySelector<HTMLElement>('[role="alert"]');
  const state = document.getElementById("enreg");
  const missing = why?.querySelector("li")?.textContent;
  if (missing && state) {
    state.textContent = word("notYetSaved", missing.trim());
  } else if (why) {
    say(form, document.adoptNode(why));
  }
}

function say(form: HTMLFormElement, what: HTMLElement): void {
  form.querySelector("[data-offline]")?.remove();
  what.dataset["offline"] = "";
  form.prepend(what);
}
