import { parseArgs } from 'node:util'
import { startBazaar } from '../../test/fixtures/shops/bazaar/server.ts'
import { type Direct, directs } from './checkout/direct.ts'
import { lapDirect, lapOurs, openBrowser } from './checkout/ground.ts'
import { measureLoad } from './checkout/load.ts'
import type { Note, Run } from './run.ts'
import { table } from './table.ts'

/** Against a script for the same shop. */
const BAR = 2

type Laps = { name: string; ours: number[]; theirs: number[] }

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return (low + high) / 2
}

const ratioOf = ({ ours, theirs }: Laps) => median(ours.map((ms, at) => ms / (theirs[at] ?? ms)))

/** One after the other, in turns, each at a shop of its own that has just opened. */
async function race({ options, buy }: Direct, runs: number): Promise<Laps> {
  const keeper = openBrowser()
  const browser = await keeper.get()
  const laps: Laps = { name: options.name, ours: [], theirs: [] }
  try {
    // Both once before it counts: what is compiled and read from disk the first time is neither's.
    for (let run = 0; run <= runs; run++) {
      const theirs = await atShop(options, (shop) => lapDirect(shop, browser, buy))
      const ours = await atShop(options, (shop) => lapOurs(shop, keeper))
      if (run === 0) continue
      laps.theirs.push(theirs)
      laps.ours.push(ours)
    }
    return laps
  } finally {
    await keeper.close()
  }
}

async function atShop(
  options: Direct['options'],
  lap: (shop: Awaited<ReturnType<typeof startBazaar>>) => Promise<number>,
): Promise<number> {
  const shop = await startBazaar(options)
  try {
    const ms = await lap(shop)
    if (shop.store.orders.length !== 1) throw new Error(`${options.name}: ${shop.store.orders.length} orders`)
    return ms
  } finally {
    await shop.close()
  }
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`

type Tell = (line: string) => void

async function raceAll(
  chosen: readonly Direct[],
  runs: number,
  { tell, note }: { tell: Tell; note: Note },
): Promise<boolean> {
  const all: Laps[] = []
  for (const direct of chosen) {
    const laps = await race(direct, runs)
    all.push(laps)
    tell(`${laps.name}: ${ratioOf(laps).toFixed(2)}x`)
  }
  const header = ['shop', 'a script for it', 'SNPD', 'SNPD / script']
  const rows = all.map((laps) => [
    ...[laps.name, seconds(median(laps.theirs)), seconds(median(laps.ours))],
    `${ratioOf(laps).toFixed(2)}x`,
  ])
  const middle = median(all.map(ratioOf))
  for (const line of table([header, ...rows])) tell(line)
  tell(`Median ${middle.toFixed(2)}x; the bar is ${BAR}x.`)
  note({
    ...{
      what: 'a checkout beside a script for that shop, median',
      figure: `${middle.toFixed(2)}x`,
      bar: `<= ${BAR}x`,
    },
    ...{ held: middle <= BAR, peer: 'a script written for each shop', ratio: `${middle.toFixed(2)}x` },
  })
  return middle <= BAR
}

const PROCESS_SIZES = [1, 2, 4, 8]

async function loadAll(jobs: number, tell: Tell): Promise<void> {
  const loads = await measureLoad(PROCESS_SIZES, jobs)
  const header = [
    'pages at once',
    'checkouts a minute',
    'MB, idle',
    'MB, busiest (PSS)',
    'MB for each page',
    'RSS',
  ]
  const rows = loads.map(({ contexts, perMinute, rss, pss, idlePss }) => [
    ...[String(contexts), perMinute.toFixed(1), idlePss.toFixed(0), pss.toFixed(0)],
    ...[((pss - idlePss) / contexts).toFixed(0), rss.toFixed(0)],
  ])
  for (const line of table([header, ...rows])) tell(line)
}

/**
 * `--runs` turns at each shop (5), `--only` those whose name has these words; `--part walks` or `load` alone, `--jobs`
 * checkouts for each size of a worker (16).
 */
export const runCheckoutBench: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const options = { runs: text, only: text, part: text, jobs: text }
  const { values } = parseArgs({ args: [...flags], options })
  const chosen = directs.filter(({ options: { name } }) => name.includes(values.only ?? ''))
  if (values.part !== 'walks') await loadAll(Number(values.jobs ?? 16), tell)
  return values.part === 'load' || raceAll(chosen, Number(values.runs ?? 5), { tell, note })
}
