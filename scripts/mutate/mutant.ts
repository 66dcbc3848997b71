/** A fault put into a contract on purpose: tests that stay green with it prove too little. */
export type Mutant = {
  /** The rule that it breaks, in a few words; unique. */
  name: string
  /** Path in contracts/, without .sol. */
  file: string
  /** Text that stands in the file exactly once. */
  find: string
  replace: string
  /** The test files that must go red: those in contracts/ whose names start with one of these. */
  tests: readonly string[]
}

/** The file's text with the fault in it; undefined unless `find` stands there exactly once, and the fault changes it. */
export function apply(text: string, { find, replace }: Pick<Mutant, 'find' | 'replace'>): string | undefined {
  const [before, after, more] = text.split(find)
  if (before === undefined || after === undefined || more !== undefined || find === replace) return undefined
  return before + replace + after
}
