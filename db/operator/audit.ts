import type { Db } from '../client.ts'

type Audit = { at: Date; block_number: number; drift: string | null }

/** What the indexer's last audit found (db/chain/audit.ts); undefined before the first. */
export async function readAudit(db: Db): Promise<Audit | undefined> {
  const [row] = await db<Audit[]>`select at, block_number::float8, drift from chain.audit`
  return row
}
