import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { FULL } from '../../core/manners/budget.ts'

const memoryShape = z.object({
  /** When the last one left. All times are milliseconds since 1970. */
  left: z.number(),
  notBefore: z.number(),
  crawlDelayMs: z.number(),
  budget: z.object({ tokens: z.number(), at: z.number() }),
  robots: z.object({ text: z.string().nullable(), at: z.number() }).optional(),
})
/** What is known of an origin between two visits. */
export type Memory = z.infer<typeof memoryShape>

/** What the file says; where it says nothing that can be read, a shop that nobody has been to. */
export function readMemory(file: string): Memory {
  try {
    return memoryShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { left: 0, notBefore: 0, crawlDelayMs: 0, budget: { tokens: FULL, at: 0 } }
  }
}

/** Whole or not at all. Only who is at the origin writes. */
export function writeMemory(file: string, memory: Memory): void {
  const making = `${file}.${process.pid}.new`
  writeFileSync(making, JSON.stringify(memory), { mode: 0o600 })
  renameSync(making, file)
}
