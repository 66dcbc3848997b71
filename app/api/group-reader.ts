import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Final } from '../../core/errors.ts'
import { slugShape } from '../../core/group/shape.ts'
import { usernameShape } from '../../core/member/shape.ts'
import { readSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { credentialsOf } from './credentials.ts'

export const groupTags = ['groups']
export const groupParams = z.strictObject({ slug: slugShape })
export const inGroupParams = groupParams.extend({ username: usernameShape })

/** Who reads, and when. */
export async function readerOf(c: Context<Env>, api: Api): Promise<{ memberId: string | null; now: Date }> {
  return { memberId: (await readSession(api, credentialsOf(c)))?.memberId ?? null, now: api.now() }
}

/** What a cursor says; undefined without one. @throws Final `input.invalid` of one that is none of ours */
export function placeOf<Place>(
  cursor: string | undefined,
  read: (text: string) => Place | undefined,
): Place | undefined {
  const place = cursor === undefined ? undefined : read(cursor)
  if (cursor === undefined || place !== undefined) return place
  throw new Final({
    code: 'input.invalid',
    message: 'cursor: this is not the cursor of this list.',
    fix: 'Send the cursor of the page before as it came, or none for the first page.',
  })
}
