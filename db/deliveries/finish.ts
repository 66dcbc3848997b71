import type { Outcome } from '../../core/notify/outcome.ts'
import { MOST_TRIES, restMs } from '../../core/notify/retry.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type Claim, settle } from './claim.ts'
import { dropWaiting } from './drop.ts'

type Finishing = {
  outcome: Outcome
  now: Date
  /** 0 to 1: how much longer than the table says a failing channel rests. */
  random: number
}

/** What waits this long for a receiver that asks for ever more pauses is given up. */
const LONGEST_WAIT_HOURS = 24

/** Only while the channel is still ours: who took it over decides what a failure means. */
async function isOurs(tx: Db, { channelId, lease }: Claim): Promise<boolean> {
  const [row] = await tx<{ ours: boolean }[]>`
    select lease is not distinct from ${lease}::uuid as ours from app.channel where id = ${channelId} for update`
  return row?.ours ?? false
}

/** That it arrived is so whoever has the channel by now. */
async function markSent(tx: Db, { channelId, message }: Claim, now: Date): Promise<void> {
  await tx`
    update app.delivery set state = 'sent', problem = null, ended_at = ${now}
    where channel_id = ${channelId} and message_id = ${message.id} and state = 'waiting'`
  await tx`
    update app.channel set sent_at = ${now}, failures = 0, problem = null where id = ${channelId}`
}

/** What waited for the same door has tried it too. */
async function markFailed(tx: Db, { channelId }: Claim, { problem, now, random }: Failing): Promise<void> {
  const [row] = await tx<{ failures: number }[]>`
    update app.channel set failures = failures + 1, problem = ${problem} where id = ${channelId} returning failures`
  const until = new Date(now.getTime() + restMs(row?.failures ?? 1, random))
  await tx`update app.channel set not_before = ${until} where id = ${channelId}`
  await tx`
    update app.delivery set tries = tries + 1, problem = ${problem},
      state = case when tries + 1 >= ${MOST_TRIES} then 'dead' else state end,
      ended_at = case when tries + 1 >= ${MOST_TRIES} then ${now}::timestamptz end
    where channel_id = ${channelId} and state = 'waiting' and due_at <= ${now}`
}
type Failing = Omit<Finishing, 'outcome'> & { problem: string }

async function markSlower(tx: Db, { channelId }: Claim, { problem, now, afterMs }: Slower): Promise<void> {
  await tx`
    update app.channel set problem = ${problem}, not_before = ${new Date(now.getTime() + afterMs)} where id = ${channelId}`
  await tx`
    update app.delivery set state = 'dead', problem = ${problem}, ended_at = ${now}
    where channel_id = ${channelId} and state = 'waiting'
      and due_at <= ${new Date(now.getTime() - LONGEST_WAIT_HOURS * 3_600_000)}`
}
type Slower = { problem: string; now: Date; afterMs: number }

type Ended = { problem: string; now: Date }

async function markRefused(tx: Db, { channelId, message }: Claim, { problem, now }: Ended): Promise<void> {
  await tx`
    update app.delivery set state = 'dead', tries = tries + 1, problem = ${problem}, ended_at = ${now}
    where channel_id = ${channelId} and message_id = ${message.id} and state = 'waiting'`
  await tx`update app.channel set problem = ${problem} where id = ${channelId}`
}

/** A browser's subscription that is gone comes back as another one; a webhook's member is to see what became of it. */
async function markGone(tx: Db, { channelId, kind }: Claim, { problem, now }: Ended): Promise<void> {
  await dropWaiting(tx, channelId, problem)
  if (kind === 'web-push') await tx`delete from app.channel where id = ${channelId}`
  else await tx`update app.channel set ended_at = ${now}, problem = ${problem} where id = ${channelId}`
}

async function finish(tx: Db, claim: Claim, { outcome, now, random }: Finishing): Promise<void> {
  const ours = await isOurs(tx, claim)
  if (outcome.kind === 'sent') await markSent(tx, claim, now)
  if (!ours) return
  if (outcome.kind === 'later') await markFailed(tx, claim, { problem: outcome.problem, now, random })
  if (outcome.kind === 'slower') await markSlower(tx, claim, { ...outcome, now })
  if (outcome.kind === 'refused') await markRefused(tx, claim, { ...outcome, now })
  if (outcome.kind === 'gone') await markGone(tx, claim, { ...outcome, now })
  await settle(tx, claim.channelId)
}

/** Writes down what came of a claim, and gives the channel back. */
export async function finishDelivery(sql: Sql, claim: Claim, finishing: Finishing): Promise<void> {
  await inTransaction(sql, (tx) => finish(tx, claim, finishing))
}

/** Gives a channel back unsent: by one who has to leave. */
export async function giveBackDelivery(sql: Sql, claim: Claim): Promise<void> {
  await inTransaction(sql, async (tx) => {
    if (await isOurs(tx, claim)) await settle(tx, claim.channelId)
  })
}
