import { z } from 'zod'
import { startSession } from '../../app/auth/start.ts'
import {
  type Conduct,
  caseShape,
  conductShape,
  logEntryShape,
  type ModCase,
  type Resolution,
} from '../../core/moderation/shape.ts'
import { setRole } from '../../db/members/role.ts'
import { ask, problemOf } from './http.ts'
import { addMember, type TestMember } from './members.ts'
import { communityOf } from './posts.ts'
import type { TestWeb } from './web.ts'

export type Someone = TestMember & { token: string }

const casesShape = z.object({ items: z.array(caseShape.strict()) })
const logShape = z.object({ items: z.array(logEntryShape.strict()) })

export const codeOf = async (response: Response): Promise<string> => (await problemOf(response)).code

/** Members, moderators and what they do about each other's posts, over one server's API. */
export function moderationOf(web: TestWeb) {
  let names = 0
  const community = communityOf(web.origin)
  const { url } = community
  const member = async (): Promise<Someone> => {
    const username = `mod_${names++}`
    const found = await addMember(web.db.app, username)
    const { access: token } = await startSession(web.api, { memberId: found.id, userAgent: null })
    return { ...found, token }
  }
  const moderator = async (): Promise<Someone> => {
    const someone = await member()
    await setRole(web.db.app, someone.username, 'moderator')
    return someone
  }
  const report = ({ token }: Someone, id: string, input: object = { rule: 'spam' }) =>
    ask(url(`/community/posts/${id}/report`), { token, body: input })
  const cases = async ({ token }: Someone, state: 'open' | 'all' = 'open'): Promise<ModCase[]> =>
    casesShape.parse(await (await ask(url(`/moderation/cases?limit=100&state=${state}`), { token })).json())
      .items
  const caseOf = async (by: Someone, postId: string): Promise<ModCase> => {
    const found = (await cases(by, 'all')).find(({ post_id }) => post_id === postId)
    if (!found) throw new Error(`no case of ${postId}`)
    return found
  }
  const claim = ({ token }: Someone, id: string) =>
    ask(url(`/moderation/cases/${id}/claim`), { token, method: 'PUT' })
  const resolve = ({ token }: Someone, id: string, resolution: Resolution) =>
    ask(url(`/moderation/cases/${id}/resolve`), { token, body: resolution })
  /** Claims and decides the case of a post. @returns it */
  const decide = async (by: Someone, postId: string, resolution: Resolution): Promise<ModCase> => {
    const { id } = await caseOf(by, postId)
    await claim(by, id)
    const answer = await resolve(by, id, resolution)
    if (!answer.ok) throw new Error(await answer.text())
    return caseShape.strict().parse(await answer.json())
  }
  const log = async () => logShape.parse(await (await ask(url('/moderation/log?limit=100'))).json()).items
  const conduct = async ({ token }: Someone): Promise<Conduct> =>
    conductShape.strict().parse(await (await ask(url('/me/conduct'), { token })).json())
  return { ...community, member, moderator, report, cases, caseOf, claim, resolve, decide, log, conduct }
}

export const removed = (strike = true): Resolution => ({
  ...{ outcome: 'removed', rule: 'spam', note: 'Advertising, as before', strike },
})
export const kept: Resolution = { outcome: 'kept', note: 'Nothing is wrong with it' }
