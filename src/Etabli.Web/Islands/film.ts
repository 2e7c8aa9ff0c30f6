// Timing from a film: a file of this device, played here and sent nowhere. Its own time is the watch; each mark keeps a small picture.

const speeds = [0.25, 0.5, 1, 2];
/** A step, where a film does not say how many pictures it has in a second: most have 25 or more. */
const step = 1 / 25;

export class Film {
  private readonly video: HTMLVideoElement;
  private address = "";
  private file: File | undefined;

  constructor(private readonly root: HTMLElement, private readonly word: (key: string, ...about: string[]) => string, private readonly changed: () => void) {
    this.video = root.querySelector("video")!;
    root.querySelector<HTMLInputElement>("#film")!.addEventListener("change", (event) => this.take(event.target as HTMLInputElement));
    for (const one of root.querySelectorAll<HTMLButtonElement>("button[data-vitesse]")) {
      one.addEventListener("click", () => this.speed(Number(one.dataset["vitesse"])));
    }
    root.querySelector("[data-jouer]")!.addEventListener("click", () => this.play());
    for (const one of root.querySelectorAll<HTMLButtonElement>("button[data-image]")) {
      one.addEventListener("click", () => this.shift(Number(one.dataset["image"])));
    }
    this.video.addEventListener("timeupdate", this.changed);
    for (const kind of ["play", "pause"]) {
      this.video.addEventListener(kind, () => this.tell());
    }
    this.video.addEventListener("error", () => this.address !== "" && this.say(this.word("FilmUnreadable")));
  }

  get ready(): boolean {
    return this.address !== "" && this.video.readyState >= HTMLMediaElement.HAVE_METADATA;
  }

  get name(): string {
    return this.file?.name ?? "";
  }

  /** When it was filmed, as near as the file says. */
  get began(): number {
    return this.file?.lastModified ?? Date.now();
  }

  /** The second that is shown now. */
  get here(): number {
    return this.video.currentTime;
  }

  /** Milliseconds of film since one of its seconds. */
  since(from: number): number {
    return Math.max(0, (this.video.currentTime - from) * 1000);
  }

  /** The page was opened again: the file has to be chosen again, its marks are kept. */
  again(name: string, at: number): void {
    this.say(this.word("FilmAgain", name));
    this.video.addEventListener("loadedmetadata", () => this.seek(at), { once: true });
  }

  seek(second: number): void {
    this.video.currentTime = second;
  }

  /** A small picture of what is shown now; it stays on this device. */
  async picture(): Promise<Blob | undefined> {
    if (this.video.videoWidth === 0) {
      return undefined;
    }
    const canvas = document.createElement("canvas");
    canvas.width = 160;
    canvas.height = Math.max(1, Math.round((160 * this.video.videoHeight) / this.video.videoWidth));
    canvas.getContext("2d")!.drawImage(this.video, 0, 0, canvas.width, canvas.height);
    return await new Promise((made) => canvas.toBlob((blob) => made(blob ?? undefined), "image/jpeg", 0.7));
  }

  /** What a key does to the film: P plays or stops it, the arrows step. */
  key(key: string): (() => void) | undefined {
    return { p: () => this.play(), P: () => this.play(), ArrowLeft: () => this.shift(-1), ArrowRight: () => this.shift(1) }[key];
  }

  close(): void {
    this.video.pause();
    this.say("");
  }

  private take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    if (!file) {
      return;
    }
    if (this.address !== "") {
      URL.revokeObjectURL(this.address);
    }
    this.file = file;
    this.address = URL.createObjectURL(file);
    this.video.src = this.address;
    this.root.dataset["charge"] = "";
    this.say(file.name);
  }

  private play(): void {
    if (this.video.paused) {
      void this.video.play();
    } else {
      this.video.pause();
    }
  }

  private shift(frames: number): void {
    this.video.pause();
    this.video.currentTime = Math.max(0, this.video.currentTime + frames * step);
  }

  private speed(times: number): void {
    this.video.playbackRate = speeds.includes(times) ? times : 1;
    this.tell();
  }

  private tell(): void {
    for (const one of this.root.querySelectorAll<HTMLButtonElement>("button[data-vitesse]")) {
      one.setAttribute("aria-pressed", String(Number(one.dataset["vitesse"]) === this.video.playbackRate));
    }
    this.root.querySelector("[data-jouer]")!.setAttribute("aria-pressed", String(!this.video.paused));
  }

  private say(text: string): void {
    this.root.querySelector("[data-film-dit]")!.textContent = text;
  }
}
