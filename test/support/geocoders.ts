import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

type Reply = { status?: number; headers?: Record<string, string>; json: unknown }
export type ServiceRequest = { url: string; headers: IncomingHttpHeaders }

/** A local service that knows places, and writes down who asks how. */
export async function openService(reply: (url: URL) => Reply | Promise<Reply>) {
  const requests: ServiceRequest[] = []
  const server = createServer(async (request, response) => {
    const { url = '', headers } = request
    requests.push({ url, headers })
    const { status = 200, headers: said = {}, json } = await reply(new URL(url, 'http://service.test'))
    response.writeHead(status, { 'content-type': 'application/json', ...said }).end(JSON.stringify(json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** What a service asks of those who ask it. */
export type Conventions = { restMs: number; answerMs?: number; reply?: (question: string) => Reply }

/**
 * A Nominatim that holds its usage policy against whoever asks: one at a time, a rest between two, a name of one's own, no
 * question twice. What breaks it is written down, and answered with 403 from then on.
 */
export async function openStrictService({ restMs, answerMs = 5, reply }: Conventions) {
  const broken: string[] = []
  const asked = new Set<string>()
  let [running, endedAt] = [0, 0]
  const service = await openService(async ({ searchParams }) => {
    const question = searchParams.get('q') ?? ''
    const agent = service.requests.at(-1)?.headers['user-agent'] ?? ''
    if (running > 0) broken.push('two at once')
    // Timers of two processes may differ by a millisecond or two.
    if (Date.now() - endedAt < restMs - 2) broken.push(`again after ${Date.now() - endedAt} ms`)
    if (!/^SNPD\/.*https?:/.test(agent)) broken.push('no name')
    if (asked.has(question)) broken.push(`${question} twice`)
    asked.add(question)
    running++
    await sleep(answerMs)
    running--
    endedAt = Date.now()
    if (broken.length > 0) return { status: 403, json: {} }
    return reply?.(question) ?? { json: [{ display_name: `The ${question}`, lat: '40.7', lon: '-73.9' }] }
  })
  return { ...service, broken }
}
