import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { haveServers, startRedis } from '../../test/support/external.ts'
import { openGround, withServer } from './auth/ground.ts'
import { ask, type Figures, load } from './auth/load.ts'
import type { Note, Run } from './run.ts'
import { table } from './table.ts'

const PASSWORD = 'nine pale gulls over the pier'
/** Logins go around among them: ten failures of one within a quarter of an hour would be throttled, successes are not. */
const MEMBERS = 40

/** The specs name none. Of a log-in: its part of the rate of one hash; of a nonce: all log-ins of a drop's five minutes in one second (docs/scale.md). */
const [LOGIN_SHARE, NONCES] = [0.7, 300]

type Settings = { seconds: number; connections: number }
type Row = { who: string; figures: Figures }
type Told = { nonce: Figures; logins: Figures }

const username = (nth: number) => `bench_${nth % MEMBERS}`
const login = (nth: number) => ({ login: username(nth), password: PASSWORD })

async function addMembers(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  for (let nth = 0; nth < MEMBERS; nth++) {
    const body = { username: username(nth), email: `${username(nth)}@bench.example`, password: PASSWORD }
    const { status, text } = await ask({
      port,
      agent,
      call: { path: '/api/users/register', body },
      nth: nth + 2 ** 20,
    })
    if (status !== 201 && status !== 409) throw new Error(`no member ${nth}: ${status} ${text}`)
  }
  agent.destroy()
}

/** Log-ins are argon2's business: as many at once as its turnstile lets run keep it busy, more only wait. */
const loginLoad = ({ seconds, connections }: Settings) => ({ seconds, connections: Math.min(4, connections) })

async function measureOurs(environment: Record<string, string>, settings: Settings) {
  return withServer('web.ts', environment, async (port) => {
    await addMembers(port)
    const nonce = await load({ port, ...settings, call: () => ({ path: '/api/auth/nonce' }) })
    const path = '/api/users/login'
    const logins = await load({ port, ...loginLoad(settings), call: (nth) => ({ path, body: login(nth) }) })
    return { nonce, logins }
  })
}

async function measureBare(settings: Settings) {
  return withServer('bare.ts', {}, async (port) => {
    const nonce = await load({ port, ...settings, call: () => ({ path: '/nonce' }) })
    const call = (nth: number) => ({ path: '/login', body: login(nth) })
    return { nonce, logins: await load({ port, ...loginLoad(settings), call }) }
  })
}

async function onRedis(environment: Record<string, string>, settings: Settings) {
  if (!haveServers()) return undefined
  const redis = await startRedis()
  return measureOurs({ ...environment, REDIS_URL: redis.url }, settings).finally(redis.stop)
}

function show(what: string, rows: readonly (Row | undefined)[], tell: (line: string) => void): void {
  const told = rows.filter((row) => row !== undefined)
  const cells = told.map(({ who, figures: { perSecond, p50, p99, count } }) => [
    who,
    perSecond.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    String(count),
  ])
  for (const line of table([[what, 'per second', 'p50 ms', 'p99 ms', 'requests'], ...cells])) tell(line)
  tell('')
}

const perSecond = (figures: Figures) => `${figures.perSecond.toFixed(0)} a second`

/** @returns whether both bars held */
function judge(store: string, { nonce, logins }: Told, { bare, note }: { bare: Told; note: Note }): boolean {
  const share = logins.perSecond / bare.logins.perSecond
  const [isQuick, isPlenty] = [share >= LOGIN_SHARE, nonce.perSecond >= NONCES]
  note({
    ...{ what: `log-ins, sessions in ${store}`, figure: perSecond(logins), held: isQuick },
    ...{ bar: `>= ${LOGIN_SHARE} of its hash (our own)`, ratio: `${share.toFixed(2)}x` },
    peer: `one argon2id ${perSecond(bare.logins)}`,
  })
  note({
    ...{ what: `nonces, kept in ${store}`, figure: perSecond(nonce), held: isPlenty },
    ...{ bar: `>= ${NONCES} a second (our own)`, peer: `nonces kept nowhere ${perSecond(bare.nonce)}` },
    ratio: `${(nonce.perSecond / bare.nonce.perSecond).toFixed(2)}x`,
  })
  return isQuick && isPlenty
}

/**
 * Log-ins and nonces, with sessions and limits on Postgres and on Redis, beside the bare framework. `--seconds` of each
 * measurement (10), `--connections` at once (16, of log-ins 4). Red when any answer is not a success, when log-ins are fewer than
 * 0.7 of what their hash alone would let through, or nonces fewer than 300 a second.
 */
export const runAuth: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { seconds: text, connections: text } })
  const settings = { seconds: Number(values.seconds ?? 10), connections: Number(values.connections ?? 16) }
  const ground = await openGround()
  try {
    const postgres = await measureOurs(ground.environment, settings)
    const redis = await onRedis(ground.environment, settings)
    const bare = await measureBare(settings)
    const rows = (part: 'nonce' | 'logins', peer: string) => [
      { who: 'ours, Postgres', figures: postgres[part] },
      redis && { who: 'ours, Redis', figures: redis[part] },
      { who: peer, figures: bare[part] },
    ]
    show('nonce', rows('nonce', 'bare Hono, kept nowhere'), tell)
    show('log-in', rows('logins', 'bare Hono and one argon2id'), tell)
    const isHeld = judge('Postgres', postgres, { bare, note })
    return (!redis || judge('Redis', redis, { bare, note })) && isHeld
  } finally {
    await ground.stop()
  }
}
