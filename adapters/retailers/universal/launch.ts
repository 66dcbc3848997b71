import { readLaunch } from '../../../core/checkout/launch.ts'
import { handOver, Stopped, type Walk } from '../adapter.ts'
import { guard } from './guard.ts'
import { readControls, readInstants, readText } from './page.ts'
import { words } from './words.ts'

/** A launch that is farther away is not sat out. Milliseconds. */
const LONGEST_MS = 10 * 60_000
const LOOK_MS = 300
/** How long after its time a page may take to turn itself, and how often it is opened anew after that. */
const TURNS_MS = 2_000
const RELOADS = 3

const DRAW =
  /^[^\p{L}]*(enter|join|sign up for)( the| this)? (draw|drawing|raffle|lottery)(?!\p{L})|^[^\p{L}]*(an der )?(verlosung|auslosung) teilnehmen/iu

/** What the page is while nothing on it is called as what puts a pair into the cart. */
async function readState({ page }: Walk): Promise<'sale' | 'draw' | Date> {
  const controls = (await readControls(page)).filter(({ kind }) => kind === 'button' || kind === 'link')
  if (controls.some(({ name, chrome }) => !chrome && words.addToCart.test(name))) return 'sale'
  if (controls.some(({ name, chrome }) => !chrome && DRAW.test(name))) return 'draw'
  return readLaunch(await readText(page), await readInstants(page), Date.now()) ?? 'sale'
}

/** Looks without asking the shop for anything until the page has turned, or should have. */
async function sitOut(walk: Walk, opensAt: number): Promise<boolean> {
  for (;;) {
    const state = await readState(walk)
    if (!(state instanceof Date)) return true
    if (Date.now() > opensAt + TURNS_MS) return false
    await walk.page.waitForTimeout(LOOK_MS)
  }
}

/**
 * Waits for a pair that goes on sale shortly, on its own page, and opens that anew only when the time has come and
 * nothing happened.
 * @throws Stopped not-ordered `refused` when that is too far away; handover `policy` for a draw
 */
export async function awaitLaunch(walk: Walk): Promise<void> {
  const state = await readState(walk)
  if (state === 'draw')
    throw handOver(walk, 'policy', 'This pair is given away by a draw, not sold. Enter it yourself, there.')
  if (!(state instanceof Date)) return
  if (state.getTime() - Date.now() > LONGEST_MS) {
    const detail = `It goes on sale at ${state.toISOString()}; run this again a few minutes before.`
    throw new Stopped({ kind: 'not-ordered', reason: 'refused', detail })
  }
  for (let reloads = 0, due = state.getTime(); !(await sitOut(walk, due)); reloads++) {
    if (reloads === RELOADS)
      throw handOver(walk, 'unknown-page', 'The time of the launch has come, and nothing is on sale.')
    await walk.page.reload({ waitUntil: 'domcontentloaded' })
    await guard(walk)
    due = Date.now()
  }
  await guard(walk)
}
