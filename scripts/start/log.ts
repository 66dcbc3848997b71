import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'

const ROTATE_BYTES = 5_000_000

export type LogFile = {
  path: string
  /** For a child's stdio; closed in this process by `handOver`. */
  descriptor: number
  handOver: () => void
  /** What was written since it was opened: the sentence a failed program ended with. */
  lastWords: () => string
}

/** Picks the line that says why out of a program's output: not pino's JSON, not a stack frame. */
function reasonIn(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const spoken = lines.filter((line) => line && !/^[{}]|^at |^node:|^\^|^Node\.js v/.test(line))
  return spoken.findLast((line) => /error/i.test(line)) ?? spoken.at(-1) ?? ''
}

/** Opens a log for appending; one that grew large is put aside first. */
export function openLog(path: string): LogFile {
  if (existsSync(path) && statSync(path).size > ROTATE_BYTES) renameSync(path, `${path}.old`)
  const descriptor = openSync(path, 'a', 0o600)
  const from = statSync(path).size
  return {
    path,
    descriptor,
    handOver: () => closeSync(descriptor),
    lastWords: () => reasonIn(readFileSync(path).subarray(from).toString()),
  }
}
