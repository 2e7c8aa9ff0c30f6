/** Sentences the browser says by itself, in the page's language: the server puts them on <body>. */
export function word(key: string, ...about: string[]): string {
  const all = JSON.parse(document.body.dataset["mots"] ?? "{}") as Record<string, string>;
  return (all[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => about[Number(i)] ?? "");
}
