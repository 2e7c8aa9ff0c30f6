// Keeps the floor's pages and what they are made of, so that they open with the network down. Every other page goes to the network
// as if this were not here: what somebody may see is not kept for another.
export {};

interface Worker {
  addEventListener(kind: string, run: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}

interface Fetch {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Lasting {
  waitUntil(what: Promise<unknown>): void;
}

const worker = globalThis as unknown as Worker;
const shelf = "terrain";
const pages = ["/terrain", "/terrain/chrono"];

worker.addEventListener("install", (event: Lasting) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event: Lasting) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event: Lasting & { data: { keep?: string[] } }) => {
  const { keep } = event.data;
  if (keep) {
    event.waitUntil(caches.open(shelf).then(async (cache) => {
      // The pages as they are now, and their parts: those of an older version go. A page that asks to sign in, or that is refused, is not the page.
      for (const page of pages) {
        const answer = await fetch(page, { cache: "no-store" });
        if (answer.ok && !answer.redirected) {
          await cache.put(page, answer);
        }
      }
      const wanted = new Set(keep);
      for (const held of await cache.keys()) {
        if (!pages.includes(new URL(held.url).pathname) && !wanted.has(held.url)) {
          await cache.delete(held);
        }
      }
      await Promise.all(keep.map(async (part) => {
        if (await cache.match(part) === undefined) {
          await cache.add(part);
        }
      }));
    }).catch(() => undefined));
  }
});

worker.addEventListener("fetch", (event: Fetch) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) {
    return;
  }
  if (pages.includes(url.pathname) && request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async (away: unknown) => {
      const held = await caches.match(url.pathname);
      if (held === undefined) {
        throw away;
      }
      return held;
    }));
  } else if (/^\/(css|islands|vendor)\//.test(url.pathname)) {
    event.respondWith(fetch(request).catch(async (away: unknown) => {
      const held = await caches.match(request, { ignoreSearch: true });
      if (held === undefined) {
        throw away;
      }
      return held;
    }));
  }
});
