// <details class="menu"> opens without script; here it also closes when one looks elsewhere.

export function startMenus(): void {
  document.addEventListener("click", (event) => close((menu) => !menu.contains(event.target as Node)));
  document.addEventListener("focusin", (event) => close((menu) => !menu.contains(event.target as Node)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close((menu) => {
        menu.querySelector("summary")?.focus();
        return true;
      });
    }
  });
}

function close(which: (menu: HTMLDetailsElement) => boolean): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (which(menu)) {
      menu.open = false;
    }
  }
}
