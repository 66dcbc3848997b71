import { expect } from 'vitest'
import { openForge, presented } from './forge.ts'
import { ask, problemOf } from './http.ts'
import { startTestWeb } from './web.ts'

/** A running site with a member, whose good token opens /api/me both ways, and a forge for others. */
export async function openTarget() {
  const web = await startTestWeb()
  const forge = await openForge(web, 'target')
  const me = `${web.origin}/api/me`
  for (const way of presented(await forge.forge())) expect((await ask(me, way)).status).toBe(200)
  /** Sees that a token opens nothing, whichever way it comes. */
  const expectRefused = async (token: string) => {
    for (const way of presented(token)) {
      const problem = await problemOf(await ask(me, way))
      expect(problem).toMatchObject({ status: 401, code: 'auth.required' })
    }
  }
  return { ...forge, web, close: web.close, expectRefused }
}
