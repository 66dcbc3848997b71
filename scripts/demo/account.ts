import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Api, Refusal } from './api.ts'

const tokensShape = z
  .object({ token: z.string(), refresh_token: z.string() })
  .transform(({ token, refresh_token: refresh }) => ({ token, refresh }))
type Tokens = z.infer<typeof tokensShape>
export type Session = Tokens & { username: string; password: string }

/** The name of the first neighbour; the numbered ones come after it, since nobody keeps a password between starts. */
const NAME = 'demo_neighbour'
const NAMES = 100_000

async function register(api: Api, username: string, signal: AbortSignal): Promise<Session> {
  const password = randomBytes(24).toString('base64url')
  const body = { username, email: `${username}@neighbour.invalid`, password }
  const tokens = await api('/users/register', tokensShape, { method: 'POST', body, signal })
  return { username, password, ...tokens }
}

/** A new member called `demo_neighbour`, or `demo_neighbour_4711` when an earlier start took the name. */
export async function makeAccount(api: Api, signal: AbortSignal): Promise<Session> {
  return register(api, NAME, signal).catch((error) => {
    if (!(error instanceof Refusal) || error.status !== 409) throw error
    const number = randomBytes(4).readUInt32BE() % NAMES
    return register(api, `${NAME}_${number}`, signal)
  })
}

/** New tokens when the access token is of no more use: of the same session, or by the password when that has ended. */
export async function renew(api: Api, session: Session, signal: AbortSignal): Promise<Session> {
  const { username, password, refresh } = session
  const ask = (path: string, body: object) => api(path, tokensShape, { method: 'POST', body, signal })
  const tokens = await ask('/auth/refresh', { refresh_token: refresh }).catch((error) => {
    if (!(error instanceof Refusal) || error.status !== 401) throw error
    return ask('/users/login', { login: username, password })
  })
  return { username, password, ...tokens }
}
