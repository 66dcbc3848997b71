/** Measures, tells line by line, and returns whether every bar held. */
export type Run = (flags: readonly string[], tell: (line: string) => void) => Promise<boolean>
