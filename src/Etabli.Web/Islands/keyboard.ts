// data-key="j" on a link, a button or a radio: that key goes there. data-keys="rows" on a table: up and down walk its rows.

export function startKeyboard(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      walk(event);
      return;
    }
    if (event.key.length === 1 && !typing(event.target)) {
      press(event);
    }
  });
}

function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable);
}

function press(event: KeyboardEvent): void {
  const goal = [...document.querySelectorAll<HTMLElement>("[data-key]")].find((e) => e.dataset["key"] === event.key);
  if (goal === undefined) {
    return;
  }
  event.preventDefault();
  goal.focus();
  if (!typing(goal)) {
    goal.click();
  }
}

function walk(event: KeyboardEvent): void {
  const row = (event.target as HTMLElement | null)?.closest("tr");
  const table = row?.closest<HTMLTableElement>('table[data-keys="rows"]');
  if (!row || !table || typing(event.target)) {
    return;
  }
  const rows = [...table.tBodies].flatMap((b) => [...b.rows]).filter((r) => r.querySelector("a[href]") !== null);
  const next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.querySelector<HTMLElement>("a[href]")?.focus();
  }
}
