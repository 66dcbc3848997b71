import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'

/**
 * Finds out at start, not at some member's first visit, that a key is gone on which something hangs.
 * @throws Final `vault.key-missing`
 */
export async function requireVaultKeys(db: Db, ring: KeyRing): Promise<void> {
  const rows = await db<{ kek: string }[]>`
    select distinct encode(kek, 'hex') as kek from app.member_key where wrapped is not null`
  for (const { kek } of rows) await ring.find(kek)
}
