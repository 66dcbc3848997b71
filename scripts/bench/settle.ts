import { parseArgs } from 'node:util'
import type { Note, Run } from './run.ts'
import { type Lap, lapOurs, lapPeer } from './settle/awards.ts'
import { type Ground, openGround } from './settle/ground.ts'
import { peers } from './settle/peer.ts'
import { lapOurRelay, lapPeerRelay } from './settle/requests.ts'
import { table } from './table.ts'

type Part = keyof typeof bars
type Settings = { part: string | undefined; count: number; runs: number; block: number }
type Contender = { name: string; lap: (ground: Ground, run: number) => Promise<Lap> }
type Laps = Map<string, Lap[]>

/** Beside the quickest peer, whose requests are lost at a crash. The specs name none; awards go by the hundred, requests by the fifty. */
const bars = { awards: 2, relay: 1 } as const

/** A peer is given so many times less: it would take its time. */
const PEER_SHARE = 5

function settingsOf(flags: readonly string[]): Settings {
  const text = { type: 'string' } as const
  const options = { part: text, count: text, runs: text, block: text }
  const { values } = parseArgs({ args: [...flags], options })
  return {
    part: values.part,
    count: Number(values.count ?? 2_500),
    runs: Number(values.runs ?? 3),
    block: Number(values.block ?? 0),
  }
}

function contendersOf(part: Part, count: number): Contender[] {
  const share = Math.max(1, Math.round(count / PEER_SHARE))
  const isRelay = part === 'relay'
  return [
    {
      name: isRelay ? 'ours, batches of 50' : 'ours, batches of 250',
      lap: (ground, run) => (isRelay ? lapOurRelay(ground, count, run) : lapOurs(ground, count, run)),
    },
    ...peers.map(
      (peer): Contender => ({
        name: peer.name,
        lap: (ground) => (isRelay ? lapPeerRelay(ground, peer, share) : lapPeer(ground, peer, share)),
      }),
    ),
  ]
}

const rate = ({ count, ms }: Lap) => (count * 1_000) / ms

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** How many times as fast as another ours is, within a run. */
function fasterThan(laps: Laps, name: string, ours: string): number {
  const [mine = [], other = []] = [laps.get(ours), laps.get(name)]
  return median(other.map((lap, run) => rate(mine[run] ?? lap) / rate(lap)))
}

function rowOf(laps: Laps, name: string, ours: string): string[] {
  const other = laps.get(name) ?? []
  const faster = fasterThan(laps, name, ours)
  const gas = median(other.map((lap) => lap.gas / lap.count))
  return [
    name,
    median(other.map(rate)).toFixed(0),
    Math.round(gas).toLocaleString('en-US'),
    `${faster.toFixed(1)}x`,
  ]
}

/** Against the peer that comes nearest. @returns whether the bar held */
function judge(part: Part, laps: Laps, note: Note): boolean {
  const [ours = '', ...others] = laps.keys()
  const ratios = others.map((name) => ({ name, faster: fasterThan(laps, name, ours) }))
  const nearest = ratios.toSorted((a, b) => a.faster - b.faster)[0]
  if (!nearest) return false
  const held = nearest.faster >= bars[part]
  const perSecond = (name: string) => `${median((laps.get(name) ?? []).map(rate)).toFixed(0)} a second`
  note({
    what: part === 'relay' ? 'relayed requests, from taken in to mirrored' : 'awards, from due to mirrored',
    ...{ figure: perSecond(ours), bar: `>= ${bars[part]}x the quickest peer (our own)`, held },
    ...{ peer: `${nearest.name} ${perSecond(nearest.name)}`, ratio: `${nearest.faster.toFixed(1)}x` },
  })
  return held
}

type Means = { tell: (line: string) => void; note: Note }

async function benchPart(part: Part, settings: Settings, { tell, note }: Means): Promise<boolean> {
  const { runs, block } = settings
  // A request is signed, and looked at on the chain one by one: fewer say as much.
  const count = part === 'relay' ? Math.ceil(settings.count / 5) : settings.count
  const contenders = contendersOf(part, count)
  const laps: Laps = new Map(contenders.map(({ name }) => [name, []]))
  const ground = await openGround(block)
  try {
    for (let run = 1; run <= runs; run++)
      for (const { name, lap } of contenders) {
        const measured = await lap(ground, run)
        laps.get(name)?.push(measured)
        tell(`run ${run} ${name}: ${measured.count} in ${(measured.ms / 1_000).toFixed(1)} s`)
      }
  } finally {
    await ground.stop()
  }
  const [first] = contenders
  const what = part === 'relay' ? 'requests' : 'awards'
  const header = [what, 'a second', `gas of each`, 'ours / theirs']
  const rows = contenders.map(({ name }) => rowOf(laps, name, first?.name ?? ''))
  for (const line of table([header, ...rows])) tell(line)
  tell('')
  return judge(part, laps, note)
}

/**
 * From due to mirrored: `--count` awards (2,500, and a fifth as many requests) that all wait when the worker starts, until
 * the mirror shows the last; beside it the same contracts with a transaction for each, of which there are a fifth as many.
 * `--runs` in turns (3), `--part awards` or `relay` alone, `--block SECONDS` between blocks (0: one for each transaction).
 * Red when awards are less than twice as fast as the quickest peer, or requests slower than it.
 */
export const runSettle: Run = async (flags, tell, note) => {
  const settings = settingsOf(flags)
  let held = true
  for (const part of ['awards', 'relay'] as const)
    if (settings.part === undefined || settings.part === part)
      held = (await benchPart(part, settings, { tell, note })) && held
  return held
}
