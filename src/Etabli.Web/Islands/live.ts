// data-live="topic": the server says when the topic changed, the page is taken anew (morphed in place). Never over what is being typed.
import * as Turbo from "@hotwired/turbo";
import { notice } from "./notice";
import { word } from "./words";

let sources: EventSource[] = [];

export function startLive(): void {
  document.addEventListener("turbo:load", listen);
  document.addEventListener("turbo:before-visit", quiet);
  // What this very window submits changes the page too: its own answer must not be overtaken by a refresh.
  document.addEventListener("turbo:submit-start", quiet);
  document.addEventListener("turbo:submit-start", ownAct);
  document.addEventListener("turbo:submit-end", (event) => {
    if (!(event as CustomEvent<{ success: boolean }>).detail.success) {
      listen();
    }
  });
  window.addEventListener("pagehide", quiet);
}

function quiet(): void {
  for (const source of sources) {
    source.close();
  }
  sources = [];
}

function listen(): void {
  quiet();
  const topics = new Set([...document.querySelectorAll<HTMLElement>("[data-live]")].map((e) => e.dataset["live"] ?? ""));
  for (const topic of topics) {
    if (topic !== "") {
      const source = new EventSource(`/en-direct/${encodeURIComponent(topic)}`);
      source.onmessage = changed;
      sources.push(source);
    }
  }
}

/** When this window last sent something itself: the journal will tell it back within moments. */
let lastOwn = 0;

export function ownAct(): void {
  lastOwn = Date.now();
}

function changed(): void {
  if (Date.now() - lastOwn < 3000) {
    return;
  }

  if (document.querySelector("form[data-dirty], form[data-autosave]") === null) {
    Turbo.session.refresh(location.href);
    return;
  }
  if (document.querySelector("[data-page-changed]") === null) {
    const box = notice("a", word("pageChanged"), { label: word("reload"), run: () => Turbo.visit(location.href, { action: "replace" }) });
    box.dataset["pageChanged"] = "";
    box.classList.add("flottant");
    document.body.append(box);
  }
}
