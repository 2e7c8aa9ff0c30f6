// The package ships no types: only what we use.
declare module "@hotwired/turbo" {
  export const config: { drive: { progressBarDelay: number } };
  export const session: { refresh(url: string): void };
  export function visit(url: string, options?: { action?: "advance" | "replace" }): void;
  export function morphElements(current: HTMLElement, newer: HTMLElement): void;
}
