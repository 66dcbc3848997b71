import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { randomHex } from '../../core/auth/name.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { seeDevice } from '../../db/ring/device.ts'
import { cookieNames, cookieOptions } from '../auth/cookies.ts'
import { pepperOf } from '../auth/pepper.ts'
import { cookieOf } from '../auth/session.ts'
import type { Api } from './context.ts'

const idForm = /^[0-9a-f]{32}$/

/**
 * Gives a browser that signs in a random id of ours, or keeps the one it has, and remembers its keyed hash with the
 * member for 90 days: two accounts of one browser cannot confirm each other (ADR 021). Nothing of the machine is read.
 */
export async function rememberDevice(c: Context, api: Api, memberId: string): Promise<void> {
  const name = cookieNames(api.origin).device
  const kept = cookieOf(c.req.header('cookie'), name)
  const id = kept !== undefined && idForm.test(kept) ? kept : randomHex(16)
  setCookie(c, name, id, cookieOptions(api.origin, ringRules.tieDays * 86_400))
  const mark = createHmac('sha256', await pepperOf(api.keys, 'device'))
    .update(id)
    .digest()
  await seeDevice(api.sql, { memberId, mark, now: api.now() })
}
