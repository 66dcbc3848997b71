import { Agent, createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import type { FollowAnswer, SentAlert } from '../../../core/alert/socket.ts'
import { ask, type Call } from '../auth/load.ts'
import type { Online } from './ground.ts'
import type { Act } from './plan.ts'

/** What a crowd is told: who its members are, and later what they do, from which moment of this machine's clock on. */
export type ToCrowd =
  | { kind: 'open'; origin: string; online: Online[] }
  | { kind: 'play'; opensAt: number; acts: (Act & { call: Call })[] }
  | { kind: 'report' }

/** What was answered: the code of a refusal, and milliseconds from the moment at which it was to be sent. */
export type Answered = { kind: Act['kind']; status: number; code: string; ms: number; at: number; id: string }
export type CrowdReport = {
  answered: Answered[]
  /** Restocks heard, of all sockets: size and moment, milliseconds since the epoch. */
  heard: [size: string, at: number][]
  /** Alerts of one's own checkouts. */
  own: number
  /** Alerts that a socket heard twice, or connections lost. */
  wrong: string[]
  /** Requests at the members' own addresses, taken and not. */
  hooks: { taken: number; refused: number }
  /** p99 of how late this process itself was, ms. */
  lagMs: number
}

const TOGETHER = 50
const ANSWER_MS = 60_000
const report: CrowdReport = {
  answered: [],
  heard: [],
  own: 0,
  wrong: [],
  hooks: { taken: 0, refused: 0 },
  lagMs: 0,
}
const lag = monitorEventLoopDelay({ resolution: 5 })
const agent = new Agent({ keepAlive: true, maxSockets: 256 })
let port = 0

function hear(socket: Socket): void {
  const seen = new Set<number>()
  socket.on('alert', (alert: SentAlert) => {
    if (seen.has(alert.seq)) report.wrong.push(`${alert.seq} was heard twice`)
    seen.add(alert.seq)
    if (alert.kind === 'restock') report.heard.push([alert.size, Date.now()])
    else if (alert.kind === 'purchase') report.own++
  })
  socket.on('disconnect', (why) => report.wrong.push(`a connection was lost: ${why}`))
}

async function goOnline(origin: string, { token }: Online): Promise<void> {
  const extraHeaders = { authorization: `Bearer ${token}` }
  const socket = io(origin, { path: '/rt', transports: ['websocket'], forceNew: true, extraHeaders })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  hear(socket)
  const answer: FollowAnswer = await socket.timeout(ANSWER_MS).emitWithAck('alerts:follow', { filters: [{}] })
  if ('problem' in answer) throw new Error(answer.problem)
}

const said = (text: string): { code?: string; id?: string } => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Sent at its moment, however slow the answers before it are: who waits in life does not wait for others either. */
async function act({ call, kind, at, member }: Act & { call: Call }, opensAt: number): Promise<void> {
  const due = opensAt + at
  await sleep(Math.max(0, due - Date.now()))
  const { status, text } = await ask({ port, agent, call, nth: member }).catch((error: Error) => ({
    status: 0,
    text: JSON.stringify({ code: error.message }),
  }))
  const { code = '', id = '' } = said(text)
  report.answered.push({ kind, status, code, ms: Date.now() - due, at: due, id })
}

/** Members' own addresses. The first is of one who gave a wrong one: it says no to everything. */
async function openHooks(at: number): Promise<void> {
  const server = createServer((request, response) => {
    const isWrong = request.url === '/0'
    report.hooks[isWrong ? 'refused' : 'taken']++
    request.resume().once('end', () => response.writeHead(isWrong ? 400 : 204).end())
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
}

async function obey(told: ToCrowd): Promise<unknown> {
  if (told.kind === 'open') {
    port = Number(new URL(told.origin).port)
    const left = [...told.online]
    while (left.length > 0)
      await Promise.all(left.splice(0, TOGETHER).map((member) => goOnline(told.origin, member)))
    return 'open'
  }
  if (told.kind === 'play') {
    lag.enable()
    await Promise.all(told.acts.map((each) => act(each, told.opensAt)))
    lag.disable()
    return 'played'
  }
  return { ...report, lagMs: lag.percentile(99) / 1e6 }
}

await openHooks(Number(process.env.HOOK_PORT))
process.on('message', (told: ToCrowd) => {
  obey(told).then(
    (answer) => process.send?.(answer),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  )
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ ready: true })
