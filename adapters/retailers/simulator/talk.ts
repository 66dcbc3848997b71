/** One request, read. */
export type Asked = {
  /** `GET /cart` */
  line: string
  path: string
  query: URLSearchParams
  /** A form's fields, or a flat JSON object's. */
  form: Record<string, string>
  /** A page that a guest opens, and not something that a page asks for. */
  isPage: boolean
  agent: string
}

export type Reply = { status?: number; type?: string; location?: string; body: string }

export const see = (location: string): Reply => ({ status: 303, location, body: '' })
export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
