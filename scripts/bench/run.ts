/** One bar of the specs and what was measured against it. */
export type Bar = {
  what: string
  /** With its unit. */
  figure: string
  /** As the spec says it. */
  bar: string
  held: boolean
  /** Whose work it is compared with, where it is: its figure and ours in parts of it. */
  peer?: string | undefined
  ratio?: string | undefined
}
/** Hears of each bar, for the table of all (table of `npm run bench`). */
export type Note = (bar: Bar) => void
/** Measures, tells line by line, notes each bar, and returns whether every bar held. */
export type Run = (flags: readonly string[], tell: (line: string) => void, note: Note) => Promise<boolean>
