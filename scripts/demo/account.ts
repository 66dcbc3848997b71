import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Api, Refusal } from './api.ts'

const signedInShape = z.object({ token: z.string() })
export type Account = { username: string; password: string }

/** The name of the first neighbour; the numbered ones come after it, since nobody keeps a password between starts. */
const NAME = 'demo_neighbour'
const NAMES = 100_000

async function register(
  api: Api,
  username: string,
  signal: AbortSignal,
): Promise<Account & { token: string }> {
  const password = randomBytes(24).toString('base64url')
  const body = { username, email: `${username}@neighbour.invalid`, password }
  const { token } = await api('/users/register', signedInShape, { method: 'POST', body, signal })
  return { username, password, token }
}

/** A new member called `demo_neighbour`, or `demo_neighbour_4711` when an earlier start took the name. */
export async function makeAccount(api: Api, signal: AbortSignal): Promise<Account & { token: string }> {
  return register(api, NAME, signal).catch((error) => {
    if (!(error instanceof Refusal) || error.status !== 409) throw error
    const number = randomBytes(4).readUInt32BE() % NAMES
    return register(api, `${NAME}_${number}`, signal)
  })
}

/** A new session of the same member, when the old one has ended. */
export async function signIn(
  api: Api,
  { username, password }: Account,
  signal: AbortSignal,
): Promise<string> {
  const body = { login: username, password }
  return (await api('/users/login', signedInShape, { method: 'POST', body, signal })).token
}
