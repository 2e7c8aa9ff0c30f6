/** A heading or a choice without case, accents nor marks: "Tcs (min)" and "tcs_min" are one. The server reads headings likewise. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, " ").trim();
}
