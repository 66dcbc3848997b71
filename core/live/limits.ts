// Apart from the shapes: pages that know them need no zod.

/** The keys that do something other than writing. Names as in UI Events' KeyboardEvent.key. */
export const handKeys = [
  ...(['Enter', 'Tab', 'Backspace', 'Delete', 'Escape', 'Home', 'End', 'PageUp', 'PageDown'] as const),
  ...(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const),
] as const

/** Widest and narrowest that a page is shown. CSS pixels. */
export const PAGE_SIZE = { width: { min: 320, max: 1280 }, height: { min: 480, max: 900 } }
