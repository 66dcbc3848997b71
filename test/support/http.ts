import { z } from 'zod'
import { problemShape } from '../../app/api/problem.ts'

export type Ask = {
  method?: string
  body?: unknown
  token?: string
  headers?: Record<string, string>
}

/** One request to the API. A body goes as JSON; the Origin header is left out, as API clients do. */
export async function ask(url: string, { method, body, token, headers = {} }: Ask = {}): Promise<Response> {
  const all: Record<string, string> = { ...headers }
  if (body !== undefined) all['content-type'] ??= 'application/json'
  if (token) all.authorization = `Bearer ${token}`
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  return fetch(url, { method: method ?? (body === undefined ? 'GET' : 'POST'), headers: all, body: text })
}

/** The problem of an answer, checked against its shape and its own status. */
export async function problemOf(response: Response): Promise<z.infer<typeof problemShape>> {
  const content = z
    .string()
    .startsWith('application/problem+json')
    .parse(response.headers.get('content-type'))
  const problem = problemShape.parse(await response.json())
  if (problem.status !== response.status || !content) throw new Error('the problem names another status')
  return problem
}

/**
 * What a sign-in answers a client without a browser, and the same access token as a browser's cookie, ready for a
 * `cookie` header.
 */
export async function signedIn(response: Response) {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { token, member, refresh_token } = z
    .object({ token: z.string(), refresh_token: z.string(), member: z.object({ id: z.uuid() }) })
    .parse(await response.json())
  return { token, id: member.id, cookie: `snpd=${token}`, refresh: refresh_token }
}

/** A new member with a password, signed in. */
export async function register(origin: string, username: string) {
  const body = { username, email: `${username}@example.test`, password: 'seven green lamps at dawn' }
  return signedIn(await ask(`${origin}/api/users/register`, { body }))
}
