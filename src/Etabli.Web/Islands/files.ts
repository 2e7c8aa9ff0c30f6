// <input type="file" data-preview>: what was chosen is seen at once. data-max-bytes says no before the network does;
// data-max-side makes a photo smaller in the browser, so that it leaves a workshop with poor Wi-Fi.
import { word } from "./words";

export function startFiles(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "file" && input.dataset["preview"] !== undefined) {
      void show(input);
    }
  });
  document.addEventListener("turbo:submit-end", (event) => {
    // What was handed in is kept now: a page that comes in place would let its control hold the file, to be read over what is typed next.
    const { fetchResponse } = (event as CustomEvent<{ fetchResponse?: { redirected: boolean } }>).detail;
    if (fetchResponse?.redirected && event.target instanceof HTMLFormElement) {
      for (const input of event.target.querySelectorAll<HTMLInputElement>("input[type=file]")) {
        input.value = "";
      }
    }
  });
}

async function show(input: HTMLInputElement): Promise<void> {
  const side = Number(input.dataset["maxSide"] ?? 0);
  if (side > 0 && input.files) {
    const smaller = new DataTransfer();
    for (const file of input.files) {
      smaller.items.add(await shrink(file, side));
    }
    input.files = smaller.files;
  }

  const most = Number(input.dataset["maxBytes"] ?? Number.POSITIVE_INFINITY);
  const tooBig = [...(input.files ?? [])].find((f) => f.size > most);
  input.setCustomValidity(tooBig ? word("fileTooBig", tooBig.name) : "");
  input.reportValidity();

  let list = input.parentElement?.querySelector<HTMLUListElement>("ul.apercu");
  if (!list) {
    list = document.createElement("ul");
    list.className = "apercu";
    input.after(list);
  }
  list.replaceChildren(...[...(input.files ?? [])].map(line));
}

function line(file: File): HTMLLIElement {
  const item = document.createElement("li");
  if (file.type.startsWith("image/")) {
    const image = document.createElement("img");
    image.alt = "";
    image.src = URL.createObjectURL(file);
    image.addEventListener("load", () => URL.revokeObjectURL(image.src));
    item.append(image);
  }
  const size = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: file.size < 1e6 ? "kilobyte" : "megabyte", maximumFractionDigits: 1 });
  item.append(`${file.name}, ${size.format(file.size / (file.size < 1e6 ? 1e3 : 1e6))}`);
  return item;
}

async function shrink(file: File, side: number): Promise<File> {
  if (!["image/jpeg", "image/png", "image/webp"].includes(file.type)) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    const ratio = side / Math.max(bitmap.width, bitmap.height);
    if (ratio >= 1) {
      return file;
    }
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * ratio);
    canvas.height = Math.round(bitmap.height * ratio);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, file.type, 0.85));
    return blob && blob.size < file.size ? new File([blob], file.name, { type: file.type, lastModified: file.lastModified }) : file;
  } catch {
    return file;
  }
}
