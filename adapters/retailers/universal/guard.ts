import type { Page } from 'playwright-core'
import { handOver, pageTrouble, type Walk } from '../adapter.ts'
import { waitFor } from '../manners.ts'
import { goInside } from './inner.ts'
import { readControls, readHumanChecks, readRoom, readStill, readText } from './page.ts'
import { words } from './words.ts'

const TRIES = 3
/** Waiting rooms are waited in; an hour is longer than any drop's. */
const ROOM_MS = 60 * 60_000
const LOOK_MS = 500

/** A waiting room may answer 503 too: one that can turn by itself is left to. */
async function turnsItself(page: Page): Promise<boolean> {
  const text = await readText(page).catch(() => '')
  return (await isWaitingRoom(page, text)) && !(await readStill(page))
}

/** Trouble of the server's: the same page again, when the shop says and a few times, then it is given up. */
async function outwait(walk: Walk): Promise<boolean> {
  let tries = 1
  const isBroken = () => walk.page.url().startsWith('chrome-error:')
  for (; walk.status() === 429 || walk.status() >= 500 || isBroken(); tries++) {
    if (!isBroken() && (await turnsItself(walk.page))) return tries > 1
    const status = walk.status()
    const pushback = walk.pushback.take() ?? { status, retryAfterMs: null, isPage: true }
    if (tries === TRIES) throw pageTrouble(`The shop answers ${status}.`)
    await waitFor(walk, pushback, tries)
    await walk.page.reload({ waitUntil: 'domcontentloaded' }).catch((cause: Error) => {
      throw pageTrouble(`The page does not open: ${cause.message.split('\n')[0]}.`, cause)
    })
  }
  return tries > 1
}

/** It says so, and there is nothing to fill in or to buy: a page may speak of lines and still be the shop. */
async function isWaitingRoom(page: Page, text: string): Promise<boolean> {
  if (await readRoom(page).catch(() => false)) return true
  if (!words.waiting.test(text)) return false
  const controls = await readControls(page).catch(() => [])
  return !controls.some(
    ({ kind, chrome, name }) =>
      !chrome && (kind === 'field' || kind === 'select' || words.addToCart.test(name)),
  )
}

/** The room lets us go by itself; asking it again would be jumping the line. */
async function waitInRoom({ page }: Walk, first: string): Promise<boolean> {
  const limit = Date.now() + ROOM_MS
  const look = () => readText(page).catch(() => '')
  let looks = 0
  for (
    let text = first;
    Date.now() < limit && (await isWaitingRoom(page, text));
    text = await look(), looks++
  )
    await page.waitForTimeout(LOOK_MS)
  await page.waitForLoadState('domcontentloaded')
  return looks > 0
}

/** A challenge may come up on any page, by itself. @returns all visible words of the page */
export async function requireNoChallenge(walk: Walk): Promise<string> {
  const status = walk.status()
  const [[check], text] = await Promise.all([readHumanChecks(walk.page), readText(walk.page)])
  const asks = words.human.exec(text)?.[0]
  if (status !== 401 && status !== 403 && !check && !asks) return text
  const seen = check ? 'a human check' : asks ? `"${asks}"` : `status ${status}`
  throw handOver(walk, 'challenge', `The shop asks for a person (${seen}). Please go on yourself.`)
}

/**
 * Looks at the page as it is now, before any step: a challenge ends the walk at once, a waiting room is waited in, and
 * trouble of the server is outwaited.
 * @throws Stopped handover `challenge`, `policy`; Retryable `checkout.page`
 */
export async function guard(walk: Walk): Promise<void> {
  const text = await requireNoChallenge(walk)
  const isAnother = await outwait(walk)
  const waited = await waitInRoom(walk, isAnother ? await readText(walk.page) : text)
  if (isAnother || waited) await requireNoChallenge(walk)
  await goInside(walk)
}
