import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { pages } from '../../test/e2e/support/pages.ts'
import { startStack } from '../../test/e2e/support/stack.ts'
import type { Note, Run } from './run.ts'
import { table } from './table.ts'
import { findBarriers } from './web/axe.ts'
import { type OpenChromium, openChromium } from './web/chromium.ts'
import { categories, type Measured, measure, median } from './web/lighthouse.ts'
import { firstLoad } from './web/weight.ts'

const FOLDER = '.cache/reports'
/** Pages for reading, whose scripts may weigh no more than this, KiB. */
const READING_KIB = 170
const LCP_MS = 2_000
/** Of all four; of performance where somebody is signed in with a wallet. */
const [SCORE, WALLET_SCORE] = [95, 90]

type Site = {
  origin: string
  chromium: OpenChromium
  page: Page
  runs: number
  tell: (line: string) => void
  note: Note
}

const slug = (path: string) => path.replace(/^\//, '').replaceAll(/[^a-z0-9]+/gi, '-') || 'home'

/** Feed, drop and raffle, as the demo has them. */
async function readingPages({ origin, page }: Site): Promise<Record<string, string>> {
  const raffles = z.object({ items: z.array(z.object({ id: z.string() })) })
  const { items } = raffles.parse(await (await page.request.get(`${origin}/api/raffles`)).json())
  const [raffle] = items
  return {
    feed: '/',
    drop: '/drops/halyard-court-low-bone',
    ...(raffle && { raffle: `/raffles/${raffle.id}` }),
  }
}

function holds({ lcp, ...all }: Measured, signedIn: boolean): boolean {
  if (signedIn) return all.performance >= WALLET_SCORE
  return categories.every((name) => all[name] >= SCORE) && lcp <= LCP_MS
}

/** The weakest of the four and the wait, of one page. */
function noteScores(
  note: Note,
  figures: Measured & { name: string; held: boolean },
  signedIn: boolean,
): void {
  const { name, held, lcp } = figures
  const least = Math.min(...categories.map((category) => figures[category]))
  const what = `Lighthouse of ${name}, ${signedIn ? 'signed in with a wallet' : 'as a stranger'}`
  if (signedIn) note({ what, figure: `performance ${figures.performance}`, bar: `>= ${WALLET_SCORE}`, held })
  else
    note({
      ...{ what, figure: `least ${least}, LCP ${Math.round(lcp)} ms`, held },
      bar: `all four >= ${SCORE}, LCP <= ${LCP_MS} ms`,
    })
}

/** Lighthouse on each page, `runs` times. @returns whether every bar held */
async function measureAll(site: Site, asked: Record<string, string>, signedIn: boolean): Promise<boolean> {
  const { origin, chromium, runs, tell, note } = site
  const rows = [['page', ...categories, 'LCP', 'TBT', 'CLS', 'bars']]
  let held = true
  for (const [name, path] of Object.entries(asked)) {
    const all: Measured[] = []
    for (let run = 1; run <= runs; run++) {
      const file = `${name}${signedIn ? '-wallet' : ''}-${run}`
      const target = { url: origin + path, port: chromium.port, signedIn }
      all.push(await measure({ ...target, name: file, folder: `${FOLDER}/lighthouse` }))
    }
    const figures = median(all)
    const isHeld = holds(figures, signedIn)
    held &&= isHeld
    noteScores(note, { ...figures, name, held: isHeld }, signedIn)
    const scores = categories.map((category) => String(figures[category]))
    const times = [`${Math.round(figures.lcp)} ms`, `${Math.round(figures.tbt)} ms`, figures.cls.toFixed(3)]
    rows.push([name, ...scores, ...times, isHeld ? 'held' : 'MISSED'])
  }
  tell(signedIn ? 'Signed in with a wallet:' : 'First visit:')
  for (const line of table(rows)) tell(line)
  return held
}

type Walked = { kib: number; barriers: number; isReading: boolean }

/** @returns whether both bars held */
function noteWalk(note: Note, walked: readonly Walked[]): boolean {
  const heaviest = Math.max(...walked.filter(({ isReading }) => isReading).map(({ kib }) => kib))
  const barriers = walked.reduce((sum, one) => sum + one.barriers, 0)
  const [isLight, isOpen] = [heaviest <= READING_KIB, barriers === 0]
  const weight = { figure: `${heaviest.toFixed(1)} KiB`, bar: `<= ${READING_KIB} KiB`, held: isLight }
  note({ what: 'first-load scripts of the heaviest page for reading', ...weight })
  note({
    ...{ what: `barriers that axe finds on ${walked.length} pages`, figure: String(barriers) },
    ...{ bar: 'none', held: isOpen },
  })
  return isLight && isOpen
}

/** axe and the weight of the scripts of every page. */
async function walkAll({ origin, page, tell, note }: Site, reading: readonly string[]): Promise<boolean> {
  const cookies = await page.context().cookies(origin)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const rows = [['page', 'first-load JS', 'axe']]
  const walked: Walked[] = []
  for (const path of [...new Set([...reading, ...pages])]) {
    await page.goto(origin + path)
    await page.waitForLoadState('networkidle')
    const barriers = await findBarriers(page, { name: slug(path), folder: `${FOLDER}/axe` })
    const kib = await firstLoad(origin, path, cookie)
    walked.push({ kib, barriers: barriers.length, isReading: reading.includes(path) })
    rows.push([path, `${kib.toFixed(1)} KiB`, barriers.join('; ') || 'nothing'])
  }
  for (const line of table(rows)) tell(line)
  return noteWalk(note, walked)
}

async function signIn({ origin, page }: Site): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('link', { name: /^Profile of/ }).waitFor()
}

async function scoreAll(site: Site, asked: Record<string, string>): Promise<boolean> {
  const first = await measureAll(site, asked, false)
  await signIn(site)
  const wallet = await measureAll(site, asked, true)
  return first && wallet
}

async function run(site: Site, part: string | undefined): Promise<boolean> {
  const asked = await readingPages(site)
  const scored = part === 'pages' || (await scoreAll(site, asked))
  if (part === 'scores') return scored
  if (part === 'pages') await signIn(site)
  return (await walkAll(site, Object.values(asked))) && scored
}

/**
 * The pages as a member's phone has them: Lighthouse on feed, drop and raffle, first as a stranger, then signed in with the
 * demo's wallet, the middle of `--runs` (3) looks each; then axe and the scripts' weight on every page. Red when a bar of the
 * product's spec is missed. Reports go to .cache/reports. `--part scores` leaves the walk out, `--part pages` Lighthouse;
 * `--origin` asks a site that runs.
 */
export const runWeb: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { runs: text, origin: text, part: text } })
  const stack = values.origin ? undefined : await startStack(['--no-neighbour'], {})
  const origin = values.origin ?? stack?.origin ?? ''
  const chromium = await openChromium(process.env)
  try {
    const [page = await chromium.context.newPage()] = chromium.context.pages()
    tell(`Load of the machine before: ${loadavg()[0]?.toFixed(1)}.`)
    const site = { origin, chromium, page, runs: Number(values.runs ?? 3), tell, note }
    const held = await run(site, values.part)
    tell(`Load of the machine after: ${loadavg()[0]?.toFixed(1)}.`)
    return held
  } finally {
    await chromium.close()
    await stack?.stop()
  }
}
