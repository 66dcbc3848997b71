import type { GateAnswer } from '../drop/shape.ts'
import { formatKarma } from '../karma/amount.ts'

export type GateFacts = {
  /** wei the drop asks for; 0 for none */
  minKarma: bigint
  /** The karma must have been held since then; null: now is enough. */
  snapshotAt: Date | null
  /** An active pass of at least this tier opens the gate too; null: no pass does. */
  passTier: number | null
  opensAt: Date
  /** Linked wallets of the member. */
  wallets: number
  /** wei, the least held since the snapshot (the balance when there is none) */
  held: bigint
  /** wei, as mirrored now */
  balance: bigint
  /** The member's active pass. */
  pass: { tier: number; expiresAt: Date } | null
  now: Date
}

/** "May 1, 2026, 14:00 UTC" */
function formatTime(at: Date): string {
  const format = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  return `${format.format(at)} UTC`
}

function orPass(facts: GateFacts): string {
  if (facts.passTier === null) return ''
  return ` An active pass of tier ${facts.passTier} or higher opens it too.`
}

/** Why the karma does not open the gate, and what would; null when it does. */
function karmaRefusal(facts: GateFacts): string | null {
  const { minKarma, held, balance, snapshotAt } = facts
  // A drop for pass holders asks for no amount of karma: none can open it.
  if (minKarma === 0n && facts.passTier !== null)
    return `This drop asks for an active pass of tier ${facts.passTier} or higher. Get one to enter.`
  if (held >= minKarma) return null
  const asks = formatKarma(minKarma)
  if (facts.wallets === 0)
    return `This drop asks for ${asks} karma and no wallet is linked to your account. Link one: the karma you earned is then sent to it.${orPass(facts)}`
  if (balance >= minKarma && snapshotAt)
    return `You hold ${formatKarma(balance)} karma now, but this drop asks for ${asks} held since ${formatTime(snapshotAt)}; the least you held since then is ${formatKarma(held)}. Keep your karma to be in for the next drop.${orPass(facts)}`
  if (snapshotAt && snapshotAt <= facts.now)
    return `You hold ${formatKarma(balance)} karma; this drop asks for ${asks} held since ${formatTime(snapshotAt)}. Report or confirm restocks to earn ${formatKarma(minKarma - balance)} more and be in for the next drop.${orPass(facts)}`
  return `You hold ${formatKarma(held)} karma; this drop asks for ${asks}. Report or confirm restocks to earn ${formatKarma(minKarma - held)} more.${orPass(facts)}`
}

function welcome(facts: GateFacts, byPass: boolean): string {
  if (byPass) return `Your tier ${facts.pass?.tier} pass lets you in.`
  if (facts.minKarma === 0n) return 'This drop is open to every member.'
  return `You hold ${formatKarma(facts.held)} karma; this drop asks for ${formatKarma(facts.minKarma)}. You are in.`
}

function comeBack({ snapshotAt, now, minKarma }: GateFacts, byPass: boolean): string {
  if (byPass || !snapshotAt || snapshotAt <= now || minKarma === 0n) return 'come back then'
  return `hold it from ${formatTime(snapshotAt)} on and come back then`
}

/** The first moment from now on at which the answer may be another without anybody doing anything. */
function changesAt({ opensAt, pass, now }: GateFacts, byPass: boolean): string | null {
  const moments = [opensAt, ...(byPass && pass ? [pass.expiresAt] : [])].filter((at) => at > now)
  const next = moments.sort((one, other) => one.getTime() - other.getTime())[0]
  return next?.toISOString() ?? null
}

/**
 * May this member request a checkout of this drop? Pure. Every refusal says what would make it a yes.
 * @returns amounts in wei, as decimal strings
 */
export function evaluateGate(facts: GateFacts): GateAnswer {
  const byPass = facts.passTier !== null && facts.pass !== null && facts.pass.tier >= facts.passTier
  const amounts = {
    ...{ required: facts.minKarma.toString(), held: facts.held.toString() },
    changes_at: changesAt(facts, byPass),
  }
  const refusal = byPass ? null : karmaRefusal(facts)
  if (refusal) return { open: false, reason: refusal, ...amounts }
  if (facts.opensAt > facts.now)
    return {
      open: false,
      reason: `This drop opens on ${formatTime(facts.opensAt)}. You have what it asks for: ${comeBack(facts, byPass)}.`,
      ...amounts,
    }
  return { open: true, reason: welcome(facts, byPass), ...amounts }
}
