// data-live="topic": the server says when the topic changed, the page is taken anew (morphed in place). Never over what is being typed.
import * as Turbo from "@hotwired/turbo";
import { autosaved } from "./autosave";
import { parse, standsOnOlder, takeShown } from "./fresh";
import { notice } from "./notice";
import { word } from "./words";

let sources: EventSource[] = [];

export function startLive(): void {
  document.addEventListener("turbo:load", listen);
  document.addEventListener("turbo:before-visit", quiet);
  // What this very window submits changes the page too: its own answer must not be overtaken by a refresh.
  document.addEventListener("turbo:submit-start", quiet);
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
      source.onmessage = () => void changed();
      sources.push(source);
    }
  }
}

async function changed(): Promise<void> {
  const kept = [...document.querySelectorAll<HTMLFormElement>("form[data-autosave]")];
  if (kept.length > 0) {
    await beside(kept);
  } else if (document.querySelector("form[data-dirty]") === null) {
    Turbo.session.refresh(location.href);
  } else {
    tell();
  }
}

/** Forms that send themselves: what stands around them is taken, and only a change of what they stand on is told. */
async function beside(kept: HTMLFormElement[]): Promise<void> {
  const asked = location.href;
  let page: Document;
  let before: unknown;
  do {
    before = await autosaved();
    const answer = await fetch(asked, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      return;
    }
    page = parse(await answer.text());
    if (location.href !== asked || sources.length === 0) {
      return;
    }
    // A copy older than what was sent since is asked for again: that sending may have had nothing to tell the journal.
  } while (await autosaved() !== before);
  takeShown(page);
  const older = kept.filter((form) => form.isConnected && standsOnOlder(form, page));
  if (older.some((form) => form.dataset["dirty"] !== undefined)) {
    tell();
  } else if (older.length > 0) {
    Turbo.session.refresh(asked);
  }
}

function tell(): void {
  if (document.querySelector("[data-page-changed]") === null) {
    const box = notice("a", word("pageChanged"), { label: word("reload"), run: () => Turbo.visit(location.href, { action: "replace" }) });
    box.dataset["pageChanged"] = "";
    box.classList.add("flottant");
    document.body.append(box);
  }
}
