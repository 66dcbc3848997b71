import { setTimeout as sleep } from 'node:timers/promises'

export type Asked = { method?: 'GET' | 'POST' | 'DELETE'; token?: string; body?: unknown }
/** As it came: an attacker reads what is there, not what is described. */
export type Heard = { status: number; json: unknown; bytes: Uint8Array }
export type Api = (path: string, asked?: Asked) => Promise<Heard>

const TIMEOUT_MS = 60_000

function read(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}

function initOf({ method, token, body }: Asked): RequestInit {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const sent = { method: method ?? (body === undefined ? 'GET' : 'POST'), headers }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  return body === undefined ? { ...sent, signal } : { ...sent, signal, body: JSON.stringify(body) }
}

/**
 * The public REST API of an instance, as any program uses it. Throws what fetch throws when nothing answers.
 * @param patience seconds: who is asked to wait does, this long in all for one answer
 */
export function createApi(origin: string, patience: number): Api {
  return async (path, asked = {}) => {
    for (let left = patience; ; ) {
      const response = await fetch(new URL(`/api${path}`, origin), initOf(asked))
      const bytes = new Uint8Array(await response.arrayBuffer())
      const wait = Number(response.headers.get('retry-after')) || 0
      if (response.status !== 429 || wait <= 0 || wait > left)
        return { status: response.status, json: read(bytes), bytes }
      left -= wait
      await sleep(wait * 1_000)
    }
  }
}
