import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Answer, type Call, openRpc } from '../../adapters/chain/rpc.ts'

/** How the answers to a request are made; `ask` passes calls on to the sound node behind. */
export type Told = (calls: Call[], ask: (calls: Call[]) => Promise<Answer[]>) => Promise<Answer[]>

const asJson = (answer: Answer) =>
  'refused' in answer ? { error: { code: -1, message: answer.refused } } : { result: answer.result }

/** A node in front of another one, whose answers a test makes; closed when the test ends. */
export async function startGoBetween(rpcUrl: string, told: Told): Promise<string> {
  const rpc = openRpc(rpcUrl)
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const calls: (Call & { id: number })[] = JSON.parse(body)
    const answers = await told(
      calls.map(({ method, params }) => ({ method, params })),
      rpc.batch,
    ).catch(() => [])
    response.end(JSON.stringify(answers.map((answer, at) => ({ id: calls[at]?.id, ...asJson(answer) }))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
