import { z } from 'zod'

const problemShape = z.object({ code: z.string().default(''), title: z.string().default('') })

/** An answer of the API that is not a success. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, title: string) {
    super(`${status} ${code} ${title}`.trim())
    this.status = status
    this.code = code
  }
}

export type Call = { method?: 'GET' | 'POST'; token?: string; body?: unknown; signal: AbortSignal }
export type Api = <Shape extends z.ZodType>(path: string, shape: Shape, call: Call) => Promise<z.infer<Shape>>

async function refusal(response: Response): Promise<Refusal> {
  const problem = problemShape.safeParse(await response.json().catch(() => ({})))
  const { code = '', title = '' } = problem.data ?? {}
  return new Refusal(response.status, code, title)
}

/**
 * The public REST API, as any program uses it.
 * @throws Refusal, or what fetch throws when nothing answers
 */
export function createApi(origin: string): Api {
  return async (path, shape, { method = 'GET', token, body, signal }) => {
    const response = await fetch(new URL(`/api${path}`, origin), {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    })
    if (!response.ok) throw await refusal(response)
    return shape.parse(await response.json())
  }
}
