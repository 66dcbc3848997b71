import type { Logger } from '../../core/log.ts'
import { type OpeningKeys, openCard } from '../../core/payment/open.ts'
import { type SealingKey, sealCard } from '../../core/payment/seal.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Sql } from '../../db/client.ts'
import { sweepCodes } from '../../db/vault/code.ts'
import { listOlderCards, replaceSealed } from '../../db/vault/payment.ts'
import { encryptPlain } from '../../db/vault/plain.ts'

export type TidyOptions = {
  sql: Sql
  vault: KeyRing
  opening: OpeningKeys & { current: () => SealingKey }
  logger: Logger
}

const EVERY_MS = 60_000

/** Cards sealed to an older key are opened and sealed to the current one, so that the older can be destroyed. */
export async function resealCards({ sql, opening, logger }: TidyOptions): Promise<void> {
  const key = opening.current()
  for (const old of await listOlderCards(sql, key.key_id))
    try {
      const card = await openCard(opening, old.memberId, old)
      await replaceSealed(sql, old, await sealCard(key, old.memberId, card))
    } catch (error) {
      logger.warn({ member: old.memberId, error: String(error) }, 'a sealed card cannot be opened')
    }
}

async function sweep({ sql, logger }: TidyOptions): Promise<void> {
  const swept = await sweepCodes(sql)
  if (swept > 0) logger.warn({ swept }, 'security codes outlived their requests')
}

async function move({ sql, vault, logger }: TidyOptions): Promise<void> {
  const moved = await encryptPlain(sql, vault)
  if (moved > 0) logger.info({ members: moved }, 'addresses moved into the vault')
}

/** One that fails keeps none of the others from being done. */
async function tidy(options: TidyOptions): Promise<void> {
  for (const part of [sweep, resealCards, move])
    await part(options).catch((error: unknown) => {
      options.logger.warn({ error: String(error), part: part.name }, 'the vault was not tidied')
    })
}

/** At start and every minute: what must not lie around is encrypted, sealed anew or gone. */
export function startTidying(options: TidyOptions): { stop: () => Promise<void> } {
  let running = tidy(options)
  const timer = setInterval(() => {
    running = running.then(() => tidy(options))
  }, EVERY_MS)
  const stop = async () => {
    clearInterval(timer)
    await running
  }
  return { stop }
}
