import type { Db } from '../client.ts'

type Run = { id: Uint8Array; claim: string }

/** Keeps the answer of the run that has this claim; a run whose claim went to another changes nothing. */
export async function keepAnswer(db: Db, { id, claim, answer }: Run & { answer: Uint8Array }): Promise<void> {
  await db`update app.idempotency set answer = ${answer} where id = ${id} and claim = ${claim}`
}

/** Gives a claim back: the request may be tried again under the same key at once. */
export async function giveBack(db: Db, { id, claim }: Run): Promise<void> {
  await db`delete from app.idempotency where id = ${id} and claim = ${claim} and answer is null`
}
