import type { Send } from '../../adapters/push/send.ts'
import { isSnpdError } from '../../core/errors.ts'
import type { Logger } from '../../core/log.ts'
import type { Outcome } from '../../core/notify/outcome.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { readAddress } from '../../db/channels/address.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { type Claim, LEASE_MS } from '../../db/deliveries/claim.ts'
import { finishDelivery, giveBackDelivery } from '../../db/deliveries/finish.ts'

export type Delivering = { sql: Sql; ring: KeyRing; logger: Logger; send: Send }

/** A claim that is older than this is not acted on: it may run out, and become another's, while the message is under way. */
const STALE_MS = LEASE_MS / 4

async function sendTo({ sql, ring, send, logger }: Delivering, claim: Claim): Promise<Outcome> {
  try {
    return await send(await readAddress(sql, ring, { id: claim.channelId }), claim.message)
  } catch (error) {
    // What cannot be opened may be when its key is back.
    const code = isSnpdError(error) ? error.code : 'internal'
    logger.error({ code, channel: claim.channelId }, 'a channel cannot be opened')
    return { kind: 'later', problem: 'SNPD could not read where this leads.' }
  }
}

/** Sends one claimed message, and writes down what came of it. @param claimedAt by this process's steady clock (performance.now), ms */
export async function deliver(delivering: Delivering, claim: Claim, claimedAt: number): Promise<void> {
  const { sql, logger } = delivering
  if (performance.now() - claimedAt > STALE_MS) return giveBackDelivery(sql, claim)
  const outcome = await sendTo(delivering, claim)
  const { channelId: channel, kind, message } = claim
  const problem = outcome.kind === 'sent' ? undefined : outcome.problem
  logger.debug({ channel, kind, message: message.id, outcome: outcome.kind, problem }, 'alert sent on')
  await finishDelivery(sql, claim, { outcome, now: await databaseNow(sql), random: Math.random() })
}
