import { createHash } from 'node:crypto'
import type { Geocoder, Spot } from '../../core/geo/geocoder.ts'
import type { Db } from '../client.ts'

/** Its answer; that it is the caller's to ask; or that another asks it right now. */
export type Claim = { kind: 'found'; spots: Spot[] } | { kind: 'ours' } | { kind: 'theirs' }

/** One question to one service. */
export type Question = { geocoder: Geocoder; question: string }

const hashOf = ({ question }: Question) => createHash('sha256').update(question).digest()

/**
 * Looks a question up, and takes it where nobody has asked it or its answer has run out: of all processes that ask one
 * question at once, one asks the service. What is taken must be kept or dropped; after `leaseMs` another may take it.
 */
export async function claimQuestion(db: Db, asked: Question, leaseMs: number): Promise<Claim> {
  const { id, licence } = asked.geocoder
  const hash = hashOf(asked)
  const taken = await db`
    insert into app.geocode (geocoder, question, licence, licence_url, expires_at)
    values (${id}, ${hash}, ${licence.text}, ${licence.url}, clock_timestamp() + ${leaseMs} * interval '1 ms')
    on conflict (geocoder, question) do update
      set found = null, licence = excluded.licence, licence_url = excluded.licence_url,
        expires_at = excluded.expires_at
      where app.geocode.expires_at <= clock_timestamp()`
  if (taken.count === 1) return { kind: 'ours' }
  const [row] = await db<{ found: Spot[] | null }[]>`
    select found from app.geocode where geocoder = ${id} and question = ${hash}`
  return row?.found ? { kind: 'found', spots: row.found } : { kind: 'theirs' }
}

/** Keeps the answer to a question that was taken, "there is none" included, for as long as the service lets one. */
export async function keepAnswer(db: Db, asked: Question, spots: Spot[]): Promise<void> {
  const { id, keep } = asked.geocoder
  const seconds = spots.length > 0 ? keep.found : keep.nothing
  await db`
    update app.geocode set found = ${db.json(spots)}, expires_at = clock_timestamp() + ${seconds} * interval '1 s'
    where geocoder = ${id} and question = ${hashOf(asked)}`
}

/** Lets go of a question that was taken and has no answer. */
export async function dropQuestion(db: Db, asked: Question): Promise<void> {
  await db`
    delete from app.geocode
    where geocoder = ${asked.geocoder.id} and question = ${hashOf(asked)} and found is null`
}

/** Deletes what may be kept no longer. @returns how many */
export async function sweepAnswers(db: Db): Promise<number> {
  const gone = await db`delete from app.geocode where expires_at <= clock_timestamp()`
  return gone.count
}
