import type { Walk } from '../adapter.ts'
import { persist } from './persist.ts'

export type Question = {
  /** Within the shop's origin. */
  path: string
  method?: 'GET' | 'POST'
  body?: unknown
  headers?: Record<string, string>
}
export type Reply = {
  /** 0 when nothing came back. */
  status: number
  /** Undefined for anything but JSON. */
  json: unknown
  nonce: string | null
}

const none: Reply = { status: 0, json: undefined, nonce: null }

/**
 * Asks the shop's software from inside the page: within its fence, with its session, as its own scripts would. Waits
 * when the shop asks to come back later.
 */
export async function ask(
  walk: Walk,
  { path, method = 'GET', body, headers = {} }: Question,
): Promise<Reply> {
  let reply = none
  const text = body === undefined ? null : JSON.stringify(body)
  const type: Record<string, string> = text === null ? {} : { 'content-type': 'application/json' }
  const request = { path, method, text, headers: { accept: 'application/json', ...type, ...headers } }
  await persist(walk, async () => {
    reply = await walk.page.evaluate(async (asked) => {
      const answer = await fetch(asked.path, {
        ...{ method: asked.method, headers: asked.headers, body: asked.text, credentials: 'same-origin' },
      }).catch(() => null)
      if (!answer) return { status: 0, json: undefined, nonce: null }
      const json: unknown = await answer.json().catch(() => undefined)
      return { status: answer.status, json, nonce: answer.headers.get('nonce') }
    }, request)
  })
  return reply
}
