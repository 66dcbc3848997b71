import { z } from 'zod'

/** An answer as it is kept: all it takes to give it again, cookies included. */
const answerShape = z.strictObject({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** base64 */
  body: z.string(),
})

export async function toText(response: Response): Promise<string> {
  const body = Buffer.from(await response.clone().arrayBuffer()).toString('base64')
  return JSON.stringify({ status: response.status, headers: [...response.headers], body })
}

/** The same answer, said to be given again. */
export function fromText(text: string): Response {
  const { status, headers, body } = answerShape.parse(JSON.parse(text))
  const bytes = Buffer.from(body, 'base64')
  // All headers from the start: a Response without a content type is given one.
  const all = new Headers([...headers, ['idempotency-replayed', 'true']])
  return new Response(bytes.length > 0 ? bytes : null, { status, headers: all })
}
