/** A notice like the Notice component, made in the browser. */
export function notice(kind: "r" | "a" | "v" | "i", text: string, action?: { label: string; run: () => void }): HTMLElement {
  const box = document.createElement("div");
  box.className = `avis-l ${kind}`;
  box.setAttribute("role", kind === "r" ? "alert" : "status");
  const letter = { r: "R", a: "A", v: "V", i: "" }[kind];
  if (letter !== "") {
    const sign = document.createElement("span");
    sign.className = `st st-${kind}`;
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = letter;
    box.append(sign);
  }
  const said = document.createElement("div");
  said.textContent = text;
  box.append(said);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-s push";
    button.textContent = action.label;
    button.addEventListener("click", action.run);
    box.append(button);
  }
  return box;
}
