import { isSnpdError } from '../../core/errors.ts'
import type { RaffleAct } from '../../core/raffle/act.ts'
import { type Due, dueOf } from '../../core/raffle/due.ts'
import { refusePlan } from '../../db/raffles/call.ts'
import { listPlanned, listRefunds, listStanding } from '../../db/raffles/work.ts'
import type { Draw } from './draw.ts'

/** What to call, and the gas that it may use. */
export type Chosen = { act: RaffleAct; gas: bigint }
type Candidate = Due | Extract<RaffleAct, { act: 'create' | 'refund' }>

/** Room for a block between the estimate and the call that makes storage dearer. */
const withMargin = (gas: bigint): bigint => (gas * 12n) / 10n

/** What could be due, by the mirror: raffles that wait come before new ones. */
async function candidates({ sql }: Draw, now: Date): Promise<Candidate[]> {
  const standing = await listStanding(sql, now)
  const due = standing.flatMap((raffle) => dueOf(raffle, now) ?? [])
  return [...due, ...(await listRefunds(sql)), ...(await listPlanned(sql))]
}

/** The call itself: a draw takes the beacon's signature. */
async function actOf({ beacon }: Draw, candidate: Candidate): Promise<RaffleAct> {
  if (candidate.act !== 'draw') return candidate
  const { raffleId, round } = candidate
  return { act: 'draw', raffleId, signature: (await beacon.round(round)).uncompressed }
}

/** A plan that the contract will never take is not offered again; whom it does not obey may still get the role. */
async function noteRefusal({ sql, logger }: Draw, act: RaffleAct, reason: string): Promise<void> {
  if (act.act !== 'create') return logger.debug({ act: act.act, reason }, 'not now, or done already')
  if (!/^(ClosesAtOutOfRange|WinnersOutOfRange)/.test(reason))
    return logger.warn(
      { plan_id: act.planId, reason },
      'a raffle cannot be opened: see docs/runbooks/raffles.md',
    )
  await refusePlan(sql, act.planId, {
    code: 'raffle.refused',
    message: 'It was to close before the chain could open it.',
    fix: 'Describe it anew, with a later close.',
  })
}

/**
 * The first thing that is due and that the contract would do now. What the beacon or the node cannot answer for does not
 * hold the others up.
 * @returns undefined when there is nothing to do
 * @throws the first trouble, when there is nothing else to do
 */
export async function chooseNext(draw: Draw, now: Date): Promise<Chosen | undefined> {
  let trouble: unknown
  for (const candidate of await candidates(draw, now)) {
    try {
      const act = await actOf(draw, candidate)
      const estimate = await draw.runner.estimate(act)
      if ('gas' in estimate) return { act, gas: withMargin(estimate.gas) }
      await noteRefusal(draw, act, estimate.refused)
    } catch (error) {
      // Its time has not come.
      if (isSnpdError(error) && error.code === 'beacon.not-yet') continue
      trouble ??= error
    }
  }
  if (trouble) throw trouble
  return undefined
}
