import { addKek, type KeyFiles, readVaultFile, switchKek } from '../../adapters/keys/files.ts'
import { openKeyRing } from '../../adapters/keys/ring.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../../db/client.ts'
import { encryptPlain } from '../../db/vault/plain.ts'
import { countByKek, rotateVault } from '../../db/vault/rotate.ts'
import { countVault } from './count.ts'

type Say = (line: string) => void

/** The key under which this run renews: one that was prepared, that of a run which was cut off, or a new one. */
async function chooseKek(sql: Sql, path: string): Promise<{ id: string; how: string }> {
  const { current, keys } = readVaultFile(path)
  const newest = keys.at(-1)?.id ?? current
  if (newest !== current) {
    switchKek(path, newest)
    return { id: newest, how: 'was prepared' }
  }
  const older = [...(await countByKek(sql)).keys()].some((kek) => kek !== current)
  if (older) return { id: current, how: 'goes on from a run that was cut off' }
  return { id: await addKek(path, { use: true }), how: 'is new' }
}

/**
 * Renews everything in the vault under a new key, while all runs.
 * @throws Final `vault.unreadable` at the end when some member's data cannot be opened; the others are done
 */
export async function rotate(sql: Sql, { vault }: KeyFiles, say: Say): Promise<void> {
  const ring = await openKeyRing(vault)
  const { id, how } = await chooseKek(sql, vault)
  say(`Key ${id} ${how}. Every running process takes it up by itself.`)
  await encryptPlain(sql, ring)
  const lost: string[] = []
  await rotateVault(sql, ring, {
    report: (done) => say(`${done} members renewed`),
    failed: (memberId, error) => lost.push(`${memberId}: ${String(error)}`),
  })
  if (lost.length > 0)
    throw new Final({
      code: 'vault.unreadable',
      message: `Of ${lost.length} members nothing could be renewed: ${[...new Set(lost)].slice(0, 5).join('; ')}.`,
      fix: 'docs/runbooks/key-rotation.md says how to look for the cause.',
    })
  const { older } = await countVault(sql, vault)
  say(`Done: nothing hangs on an older key. ${older.map((kek) => `npm run keys -- drop ${kek}`).join('; ')}`)
}
