export type FetchOptions = {
  /** For each server, headers and body together. */
  timeoutMs?: number
  /** Gives up what is in flight. */
  signal?: AbortSignal
}

/** Why one server's answer is no use. The next one may do better, so this never leaves the room. */
export class Refusal extends Error {
  /** silent: no answer; absent: it does not have it; lied: an answer that cannot be true. */
  readonly kind: 'silent' | 'absent' | 'lied'

  constructor(kind: Refusal['kind'], reason: string) {
    super(reason)
    this.kind = kind
  }
}

/** Far above any answer of drand, in bytes. */
const LONGEST_ANSWER = 10_000

function reasonOf(error: Error, timeoutMs: number): string {
  if (error.name === 'TimeoutError') return `no whole answer within ${timeoutMs} ms`
  const cause = error.cause as NodeJS.ErrnoException | undefined
  return cause?.code ?? cause?.message ?? error.message
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > LONGEST_ANSWER) throw new Refusal('lied', `an answer above ${LONGEST_ANSWER} bytes`)
  }
  return Buffer.concat(parts).toString('utf8')
}

function requireOk({ ok, status }: Response): void {
  // drand's nodes say 404 to a round that is not published yet, some relays 425.
  if (status === 404 || status === 425)
    throw new Refusal('absent', `HTTP status ${status}: it does not have it, or serves another network`)
  if (!ok) throw new Refusal('silent', `HTTP status ${status}`)
}

/** A small JSON document over HTTP. @throws Refusal */
export async function fetchJson(
  url: string,
  { timeoutMs = 5_000, signal }: FetchOptions = {},
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const text = await fetch(url, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout })
    .then(async (response) => {
      requireOk(response)
      return await readText(response)
    })
    .catch((error: Error) => {
      throw error instanceof Refusal ? error : new Refusal('silent', reasonOf(error, timeoutMs))
    })
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('lied', 'its answer is not JSON')
  }
}
