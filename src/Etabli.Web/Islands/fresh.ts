// Elements with data-fresh and an id (hidden version, counts, "saved at", the other member's marks) are taken from a newer copy
// of the page, in place: what is identical is not touched, so nothing moves under the hand.
import * as Turbo from "@hotwired/turbo";

export function parse(text: string): Document {
  return new DOMParser().parseFromString(text, "text/html");
}

/** Takes what is fresh, but never what a form would send: that belongs to its own answer, takeSent. */
export function takeShown(page: Document): void {
  take(page, (e) => !(e instanceof HTMLInputElement));
}

/** After the form's own answer: the version it now stands on too. */
export function takeSent(page: Document): void {
  take(page, () => true);
}

/** What a form would send was changed by somebody else: its version on the newer page is another, or the form is no longer offered. */
export function standsOnOlder(form: HTMLFormElement, page: Document): boolean {
  const newer = page.getElementById(form.id);
  return newer === null || [...form.querySelectorAll<HTMLInputElement>("input[data-fresh][id]")].some((version) =>
    (page.getElementById(version.id) as HTMLInputElement | null)?.value !== version.value);
}

function take(page: Document, which: (element: HTMLElement) => boolean): void {
  for (const shown of document.querySelectorAll<HTMLElement>("[data-fresh][id]")) {
    const newer = page.getElementById(shown.id);
    if (newer && which(shown) && !shown.isEqualNode(newer)) {
      Turbo.morphElements(shown, document.importNode(newer, true));
    }
  }
}
