import { setTimeout as sleep } from 'node:timers/promises'
import { type Offline, offlineLicence } from '../../adapters/geocoders/offline.ts'
import { Retryable } from '../../core/errors.ts'
import type { Geocoder, Licence, Spot } from '../../core/geo/geocoder.ts'
import { questionOf, zipOf } from '../../core/geo/question.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { claimQuestion, dropQuestion, keepAnswer, sweepAnswers } from '../../db/geocoding/answers.ts'
import { endTurn, knowGeocoder, stopGeocoder, takeTurn } from '../../db/geocoding/turn.ts'

export type FoundSpots = { spots: Spot[]; licence: Licence; onAnyMap: boolean }

/** Where a place is that somebody names. @throws Retryable `geocoder.busy` */
export type FindPlace = (text: string) => Promise<FoundSpots>

export type FindOptions = {
  sql: Sql
  /** The service that is set, if any. */
  geocoder: Geocoder | undefined
  offline: Offline
  logger: Logger
  /** Longest that somebody waits for a turn or for another's answer, ms. */
  patienceMs?: number
}

/** Between two looks whether another process is done by now, ms. */
const LOOK_MS = 100
/** Beyond a request's own limit until its turn and its question are free again: its process is gone. */
const GRACE_MS = 5_000
const PATIENCE_MS = 4_000

type Asking = Required<Omit<FindOptions, 'geocoder'>> & {
  geocoder: Geocoder
  question: string
  until: number
}

/** Asks the service once its turn has come. Undefined: not now. */
async function askInTurn({ sql, geocoder, question, until, logger }: Asking): Promise<Spot[] | undefined> {
  const { id, restMs, timeoutMs, name } = geocoder
  for (;;) {
    const turn = await takeTurn(sql, id, timeoutMs + GRACE_MS)
    if (turn.kind === 'stopped') return undefined
    if (turn.kind === 'go') break
    const ms = turn.kind === 'rest' ? turn.ms : LOOK_MS
    if (Date.now() + ms > until) return undefined
    await sleep(ms)
  }
  const said = await geocoder.find(question)
  await endTurn(sql, id, said.kind === 'later' ? Math.max(said.ms, restMs) : restMs)
  if (said.kind === 'found') return said.spots
  if (said.kind === 'stop') await stopGeocoder(sql, id, said.why)
  logger.warn({ geocoder: name, why: said.why }, said.kind === 'stop' ? 'geocoder stopped' : 'geocoder rests')
  return undefined
}

async function askAndKeep(asking: Asking): Promise<Spot[] | undefined> {
  const { sql } = asking
  let spots: Spot[] | undefined
  try {
    spots = await askInTurn(asking)
    if (spots) await keepAnswer(sql, asking, spots)
    return spots
  } finally {
    if (!spots) await dropQuestion(sql, asking)
    await sweepAnswers(sql)
  }
}

/** What the service says, now or before, to us or to another process. Undefined: not now. */
async function ask(asking: Asking): Promise<Spot[] | undefined> {
  const { sql, geocoder, until, patienceMs } = asking
  await knowGeocoder(sql, geocoder.id)
  for (;;) {
    const claim = await claimQuestion(sql, asking, geocoder.timeoutMs + patienceMs + GRACE_MS)
    if (claim.kind === 'found') return claim.spots
    if (claim.kind === 'ours') return askAndKeep(asking)
    if (Date.now() > until) return undefined
    await sleep(LOOK_MS)
  }
}

/** Who asks while the same is being asked gets the same answer. */
function together(work: (asking: Asking) => Promise<Spot[] | undefined>): typeof work {
  const running = new Map<string, ReturnType<typeof work>>()
  return (asking) => {
    const mine = running.get(asking.question) ?? work(asking).finally(() => running.delete(asking.question))
    running.set(asking.question, mine)
    return mine
  }
}

function busy(): Retryable {
  return new Retryable({
    code: 'geocoder.busy',
    message: 'The service that knows addresses cannot be asked right now.',
    fix: 'Try again in a few seconds, or name the city or a ZIP code.',
  })
}

/**
 * Finds places. ZIP codes are answered from SNPD's own files; everything else by the service that is set, within its
 * conventions, and by the files where there is none, or where it does not answer.
 */
export function openFindPlace({ geocoder, patienceMs = PATIENCE_MS, ...rest }: FindOptions): FindPlace {
  const askOnce = together(ask)
  return async (text) => {
    const question = questionOf(text)
    const own = async () => ({ spots: await rest.offline(question), licence: offlineLicence, onAnyMap: true })
    if (!geocoder || zipOf(question)) return own()
    const until = Date.now() + patienceMs
    const spots = await askOnce({ ...rest, geocoder, question, until, patienceMs })
    if (spots) return { spots, licence: geocoder.licence, onAnyMap: geocoder.onAnyMap }
    const instead = await own()
    if (instead.spots.length === 0) throw busy()
    return instead
  }
}
