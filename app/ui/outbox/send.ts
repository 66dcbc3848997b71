import type { Post, PostInput } from '../../../core/post/shape.ts'
import { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { base64Of } from '../restock/use-photo.ts'
import type { Outbox, Unsent } from './store.ts'

/** Under a day, for which the API knows a key again (app/api/idempotency): after it the same post might go out twice. */
const KNOWN_MS = 23 * 3_600_000

type Parts = Pick<Unsent, 'key' | 'input' | 'photos'>

/** Sends the pictures, then the post. However often it is called with one key, there is one post. @throws Problem */
export async function sendPost({ key, input, photos }: Parts): Promise<Post> {
  const ids: string[] = []
  for (const photo of photos) {
    const body = { image: await base64Of(photo.blob) }
    const { id } = await request({ path: '/photos', shape: 'photo', method: 'POST', body, key: photo.key })
    ids.push(id)
  }
  const body: PostInput = { ...input, ...(ids.length > 0 && { photo_ids: ids }) }
  return request({ path: '/community/posts', shape: 'post', method: 'POST', body, key })
}

/** The server was not reached, is not well, or bids to wait: it is sent again later. */
export const isForLater = (problem: Problem) =>
  problem.status === 0 ||
  problem.status >= 500 ||
  problem.code === 'idempotency.in-flight' ||
  problem.status === 429

/** Nobody is signed in, or not lately enough. */
const isForWho = (problem: Problem) => problem.status === 401

/** Too old to be sent again by itself: whether it went out is not known any more. */
export const isOld = ({ triedAt }: Unsent, now: number) => now - triedAt > KNOWN_MS

type Way = {
  memberId: string
  now: () => number
  send?: (parts: Parts) => Promise<unknown>
}

/** What one was refused for stays with it; anything else is for another time. @returns whether to go on with the next */
async function keepRefused(outbox: Outbox, unsent: Unsent, error: unknown): Promise<boolean> {
  if (!(error instanceof Problem) || isForLater(error) || isForWho(error)) return false
  await outbox.put({ ...unsent, problem: [error.message, error.fix].filter(Boolean).join(' ') })
  return true
}

/** Sends what waits, the oldest first, until one cannot be. @returns how many went out */
export async function drain(outbox: Outbox, { memberId, now, send = sendPost }: Way): Promise<number> {
  let sent = 0
  for (const unsent of await outbox.list(memberId)) {
    if (unsent.problem !== undefined || isOld(unsent, now())) continue
    try {
      await send(unsent)
    } catch (error) {
      if (await keepRefused(outbox, unsent, error)) continue
      return sent
    }
    await outbox.remove(unsent.key)
    sent++
  }
  return sent
}
