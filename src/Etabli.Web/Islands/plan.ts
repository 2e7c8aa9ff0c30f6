// <div data-plan="#area">: a place is put where the plan is tapped: its row comes into the table under that area, in metres.

export function startPlans(): void {
  document.addEventListener("turbo:load", adopt);
  document.addEventListener("turbo:render", adopt);
}

function adopt(): void {
  for (const plan of document.querySelectorAll<HTMLElement>("[data-plan]")) {
    plan.hidden = false;
    const ground = plan.querySelector<HTMLElement>(".fond");
    if (ground && ground.dataset["vivant"] === undefined) {
      ground.dataset["vivant"] = "";
      ground.style.aspectRatio = `${plan.dataset["largeur"] ?? "3"} / ${plan.dataset["profondeur"] ?? "2"}`;
      for (const known of JSON.parse(plan.dataset["lieux"] ?? "[]") as { nom: string; x: number; y: number }[]) {
        show(ground, known.nom, known.x / Number(plan.dataset["largeur"]), known.y / Number(plan.dataset["profondeur"]));
      }
      ground.addEventListener("click", (event) => put(plan, ground, event));
    }
  }
}

function put(plan: HTMLElement, ground: HTMLElement, event: MouseEvent): void {
  const name = plan.querySelector("input");
  if (!name || name.value.trim() === "") {
    name?.focus();
    return;
  }
  const frame = ground.getBoundingClientRect();
  const metres = (part: number, whole: string | undefined): string =>
    (Math.round(part * Number(whole ?? "1") * 10) / 10).toString().replace(".", document.documentElement.lang === "fr" ? "," : ".");
  const row = {
    [plan.dataset["lieu"] ?? ""]: name.value.trim(),
    [plan.dataset["x"] ?? ""]: metres((event.clientX - frame.left) / frame.width, plan.dataset["largeur"]),
    [plan.dataset["y"] ?? ""]: metres((event.clientY - frame.top) / frame.height, plan.dataset["profondeur"]),
  };
  document.querySelector(plan.dataset["plan"] ?? "")?.dispatchEvent(new CustomEvent("etabli:row", { detail: row }));
  show(ground, name.value.trim(), (event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
  name.value = "";
  name.focus();
}

/** A place where it is; parts of the plan's width and depth. */
function show(ground: HTMLElement, name: string, x: number, y: number): void {
  const mark = document.createElement("span");
  mark.className = "pose";
  mark.textContent = name;
  mark.style.left = `${x * 100}%`;
  mark.style.top = `${y * 100}%`;
  ground.append(mark);
}
