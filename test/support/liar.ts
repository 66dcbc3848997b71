import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Hex, toEventSelector, toFunctionSelector } from 'viem'
import { z } from 'zod'

const WINNERS = toFunctionSelector('winnersOf(uint256)')
const ENTERED = toEventSelector('Entered(uint256,address,uint32)')
const requestsShape = z.array(z.looseObject({ method: z.string(), params: z.array(z.unknown()) }))
const callShape = z.looseObject({ data: z.string() })
const logsShape = z.array(z.looseObject({ topics: z.array(z.string()) }))

type Lie = 'swap-winners' | 'hide-entry'
type Answer = { result?: unknown }

/** The last two words of an answer, exchanged. */
function swap(result: Hex): string {
  return result.slice(0, -128) + result.slice(-64) + result.slice(-128, -64)
}

function lieAbout(
  lie: Lie,
  { method, params }: z.infer<typeof requestsShape>[number],
  answer: Answer,
): Answer {
  const call = callShape.safeParse(params[0]).data?.data
  if (lie === 'swap-winners' && method === 'eth_call' && call?.startsWith(WINNERS))
    return { ...answer, result: swap(answer.result as Hex) }
  if (lie !== 'hide-entry' || method !== 'eth_getLogs') return answer
  const logs = logsShape.parse(answer.result)
  const hidden = logs.findLast(({ topics }) => topics[0] === ENTERED)
  return { ...answer, result: logs.filter((log) => log !== hidden) }
}

/** A node that passes on what another one says, with one lie. */
export async function startLiar(rpcUrl: string, lie: Lie) {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const headers = { 'content-type': 'application/json' }
    const answers = z
      .array(z.looseObject({}))
      .parse(await fetch(rpcUrl, { method: 'POST', headers, body }).then((truth) => truth.json()))
    const requests = requestsShape.parse(JSON.parse(body))
    const told = requests.map((asked, index) => lieAbout(lie, asked, answers[index] ?? {}))
    response.writeHead(200, headers).end(JSON.stringify(told))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
