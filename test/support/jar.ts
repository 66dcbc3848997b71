import { type Ask, ask } from './http.ts'

/** A browser on our own page: sends its cookies and the page's origin, keeps what it is given. */
export type Jar = {
  ask: (path: string, ask?: Ask) => Promise<Response>
  /** Value by name; those that were taken back are gone. */
  cookies: Map<string, string>
  /** The last `Set-Cookie` line of each cookie, whole. */
  lines: Map<string, string>
}

/** A browser without any cookie. `origin` is the page's, by default also where it asks. */
export function openJar(server: string, origin = server): Jar {
  const cookies = new Map<string, string>()
  const lines = new Map<string, string>()
  const keep = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    lines.set(name, line)
    if (/Max-Age=0\b/.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
  return {
    cookies,
    lines,
    ask: async (path, { headers = {}, ...rest } = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const sent = { origin, ...(cookie ? { cookie } : {}), ...headers }
      const response = await ask(`${server}/api${path}`, { ...rest, headers: sent })
      for (const line of response.headers.getSetCookie()) keep(line)
      return response
    },
  }
}

/** A new member, registered in a new browser. */
export async function registerInBrowser(server: string, username: string): Promise<Jar & { id: string }> {
  const jar = openJar(server)
  const body = { username, email: `${username}@example.test`, password: 'seven green lamps at dawn' }
  const response = await jar.ask('/users/register', { body })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { member } = (await response.json()) as { member: { id: string } }
  return { ...jar, id: member.id }
}
