import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LINE_MS } from '../../core/manners/entry.ts'
import { rankOf, type Visitor } from '../../core/manners/visitor.ts'
import { isStale } from './lock.ts'

/** Sorts as the line stands: by rank, then by the time of coming. */
function ticketOf({ id, purpose }: Visitor): string {
  return `${rankOf(purpose)}-${String(Date.now()).padStart(15, '0')}-${id}`
}

/** Takes a place in line, or shows that it is still wanted. @returns how many living ones go before */
export function queue(folder: string, visitor: Visitor): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const all = readdirSync(folder)
  const mine = all.find((name) => name.endsWith(visitor.id) && name.startsWith(`${rankOf(visitor.purpose)}-`))
  if (mine) utimesSync(join(folder, mine), new Date(), new Date())
  const ticket = mine ?? ticketOf(visitor)
  if (!mine) writeFileSync(join(folder, ticket), String(process.pid), { mode: 0o600 })
  const before = all.filter((name) => name < ticket && !name.endsWith(visitor.id))
  const gone = before.filter((name) => isStale(join(folder, name), LINE_MS))
  for (const name of gone) rmSync(join(folder, name), { force: true })
  return before.length - gone.length
}

/** Leaves the line. */
export function leaveLine(folder: string, { id }: Visitor): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(id)))
    rmSync(join(folder, name), { force: true })
}
