/** One thing noted on this device: an observation, a stroke, a state seen, a session of the stopwatch; and whether it has left. */
export interface Kept {
  id: string;
  kind: "observation" | "tap" | "sighting" | "timing";
  /** Code of who noted it: it is sent under their name only. */
  who: string;
  at: number;
  fields: Record<string, string>;
  photo: Blob | undefined;
  /** Pictures that stay on this device, by what they show. */
  pictures?: Record<string, Blob>;
  /** Open while somebody still works at it. */
  state: "open" | "waiting" | "sent" | "refused";
  why?: string;
}

const keepSent = 36 * 3600 * 1000;

/** What is noted on this device, in IndexedDB: it survives a closed page, a dead battery and a lost network. */
export class Outbox {
  private db: IDBDatabase | undefined;

  async open(): Promise<void> {
    const asked = indexedDB.open("etabli-terrain", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("notes", { keyPath: "id" });
    this.db = await done(asked);
    // Asked once, so that the browser does not clear it when its disk is short.
    await navigator.storage?.persist?.().catch(() => false);
  }

  async all(): Promise<Kept[]> {
    return this.db ? await done(this.store("readonly").getAll() as IDBRequest<Kept[]>) : [];
  }

  async put(thing: Kept): Promise<void> {
    await done(this.store("readwrite").put(thing));
  }

  async remove(id: string): Promise<void> {
    await done(this.store("readwrite").delete(id));
  }

  async forgetOld(): Promise<void> {
    for (const old of (await this.all()).filter((k) => k.state === "sent" && k.at < Date.now() - keepSent)) {
      await this.remove(old.id);
    }
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    if (!this.db) {
      throw new Error("storage is closed");
    }
    return this.db.transaction("notes", mode).objectStore("notes");
  }
}

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("storage failed"));
  });
}
