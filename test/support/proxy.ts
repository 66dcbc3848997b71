import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const callShape = z.looseObject({ id: z.number(), method: z.string(), params: z.array(z.unknown()) })
const answerShape = z.looseObject({ id: z.number() })
export type ProxiedCall = z.infer<typeof callShape>
type Answer = { result?: unknown; error?: unknown }

/**
 * A node that passes on what another one says, each answer as `alter` changes it. Gone when the test ends.
 * @returns its URL
 */
export async function startProxy(
  rpcUrl: string,
  alter: (call: ProxiedCall, answer: Answer) => Answer,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const headers = { 'content-type': 'application/json' }
    const truth = await fetch(rpcUrl, { method: 'POST', headers, body }).then((answer) => answer.json())
    const answers = z.array(answerShape).parse(truth)
    const calls = z.array(callShape).parse(JSON.parse(body))
    const told = calls.map((call) => {
      const answer = answers.find(({ id }) => id === call.id)
      return { jsonrpc: '2.0', id: call.id, ...alter(call, { result: answer?.result, error: answer?.error }) }
    })
    response.writeHead(200, headers).end(JSON.stringify(told))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
