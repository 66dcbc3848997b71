import { type KeyFiles, readCheckoutFile, readVaultFile } from '../../adapters/keys/files.ts'
import type { Sql } from '../../db/client.ts'
import { countByCheckoutKey } from '../../db/vault/payment.ts'
import { countByKek } from '../../db/vault/rotate.ts'

type Held = { id: string; created_at: string }

function lines(keys: Held[], current: string, counts: Map<string, number>): string[] {
  return keys.map(({ id, created_at }) => {
    const mark = id === current ? 'current' : 'older  '
    return `  ${id}  ${mark}  made ${created_at.slice(0, 10)}  holds ${counts.get(id) ?? 0}`
  })
}

function missing(keys: Held[], counts: Map<string, number>): string[] {
  return [...counts]
    .filter(([id]) => !keys.some((key) => key.id === id))
    .map(([id, count]) => `  ${id}  MISSING, and ${count} hang on it`)
}

/** What hangs on each of the vault's keys. */
export async function countVault(sql: Sql, path: string) {
  const { current, keys } = readVaultFile(path)
  const counts = await countByKek(sql)
  const older = keys.filter(({ id }) => id !== current && !counts.get(id)).map(({ id }) => id)
  return { counts, older, text: [...lines(keys, current, counts), ...missing(keys, counts)] }
}

/** What is sealed to each of the workers' keys. */
export async function countCheckout(sql: Sql, path: string) {
  const { current, keys } = readCheckoutFile(path)
  const counts = await countByCheckoutKey(sql)
  return { counts, text: [...lines(keys, current, counts), ...missing(keys, counts)] }
}

/** What `npm run keys -- status` prints. Ids only, never a key. */
export async function describeKeys(sql: Sql, files: KeyFiles): Promise<string> {
  const vault = await countVault(sql, files.vault)
  const checkout = await countCheckout(sql, files.checkout)
  return [
    `The vault's keys, and how many members' data keys each holds (${files.vault}):`,
    ...vault.text,
    `The workers' keys, and how many sealed cards and codes each opens (${files.checkout}):`,
    ...checkout.text,
  ].join('\n')
}
