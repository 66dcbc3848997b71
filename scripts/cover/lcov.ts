/** Per file, whether each line with a statement ran. */
export type Lines = Map<string, Map<number, boolean>>

/** Reads the trace file that `hardhat test --coverage` writes (geninfo's SF and DA records). */
export function parseLcov(text: string): Lines {
  const files: Lines = new Map()
  let lines = new Map<number, boolean>()
  for (const record of text.split('\n')) {
    const file = /^SF:(.+)$/.exec(record)?.[1]
    if (file !== undefined) {
      lines = files.get(file) ?? new Map<number, boolean>()
      files.set(file, lines)
    }
    const [, line, hits] = /^DA:(\d+),(\d+)/.exec(record) ?? []
    if (line !== undefined) lines.set(Number(line), Number(hits) > 0)
  }
  return files
}
