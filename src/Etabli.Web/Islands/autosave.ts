// <form data-autosave>: a change is sent by itself, a moment later. Elements with data-fresh and an id (hidden version, counts,
// "saved at") are then taken anew from the answer. Without script the form keeps its button.
import { ownAct } from "./live";
import { notice } from "./notice";
import { word } from "./words";

const waiting = new WeakMap<HTMLFormElement, number>();
const sending = new WeakSet<HTMLFormElement>();

export function startAutosave(): void {
  const soon = (wait: number) => (event: Event): void => {
    const form = (event.target as HTMLInputElement | null)?.form;
    if (form?.dataset["autosave"] !== undefined) {
      clearTimeout(waiting.get(form));
      waiting.set(form, window.setTimeout(() => void send(form), wait));
    }
  };
  document.addEventListener("change", soon(50));
  document.addEventListener("input", soon(1200));
}

async function send(form: HTMLFormElement): Promise<void> {
  if (sending.has(form)) {
    waiting.set(form, window.setTimeout(() => void send(form), 300));
    return;
  }
  sending.add(form);
  ownAct();
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" } });
    ownAct();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    form.querySelector("[data-offline]")?.remove();
    if (answer.ok) {
      form.dispatchEvent(new CustomEvent("etabli:saved", { bubbles: true }));
      for (const fresh of document.querySelectorAll<HTMLElement>("[data-fresh][id]")) {
        const newer = page.getElementById(fresh.id);
        if (newer) {
          fresh.replaceWith(document.adoptNode(newer));
        }
      }
    } else {
      const why = page.querySelector('[role="alert"]');
      if (why) {
        const shown = document.adoptNode(why) as HTMLElement;
        shown.dataset["offline"] = "";
        form.prepend(shown);
      }
    }
  } catch {
    const said = notice("r", word("draftOffline"));
    said.dataset["offline"] = "";
    form.querySelector("[data-offline]")?.remove();
    form.prepend(said);
  } finally {
    sending.delete(form);
  }
}
