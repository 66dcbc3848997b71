import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const file = new URL('../snapshots/gas.json', import.meta.url)

/** The committed figures. */
export function readSnapshot(): Record<string, number> {
  return z.record(z.string(), z.int()).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Commits to new figures. */
export function writeSnapshot(figures: Record<string, number>): void {
  writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`)
}
