import { openShopPage } from '../../adapters/browser/context.ts'
import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import { type Buyer, Stopped, type Walk } from '../../adapters/retailers/adapter.ts'
import { obeyRobots } from '../../adapters/retailers/manners.ts'
import type { Stay } from '../../adapters/retailers/stay.ts'
import { noteItem } from '../../adapters/retailers/universal/item.ts'
import { readPageStock } from '../../adapters/retailers/universal/stock.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import { isSnpdError, Retryable } from '../../core/errors.ts'
import { judgeAnswer } from '../../core/monitor/answer.ts'
import type { Look, Reading, Sighting } from '../../core/monitor/shape.ts'
import { sentenceOf } from '../../core/sentence.ts'
import type { SizeStock } from '../../core/stock/shape.ts'

/** One look at a page as a person sees it, its scripts run. The stay pays for its requests. */
export type BrowserLook = (reading: Reading, stay: Stay) => Promise<Look>

const nobody: Buyer = { email: '', name: '', street: '', city: '', state: '', zip_code: '', country: '' }

/** What a browser shows is what a person could choose; a sign that it cannot be had is plainer than none. */
const CONFIDENCE = { in: 0.85, preorder: 0.85, out: 0.9, unknown: 0 } as const

const sightingOf = (each: SizeStock): Sighting => ({ ...each, confidence: CONFIDENCE[each.state] })

async function readWalk(walk: Walk, reading: Reading): Promise<Look> {
  await obeyRobots(walk)
  const answer = await walk.page.goto(walk.productUrl.href, { waitUntil: 'domcontentloaded' })
  const said = {
    status: answer?.status() ?? 0,
    retryAfter: answer?.headers()['retry-after'],
    now: Date.now(),
  }
  const other = judgeAnswer(said)
  if (other) return other
  await noteItem(walk)
  const seen = await readPageStock(walk)
  if (seen.every(({ state }) => state === 'unknown'))
    return { kind: 'unclear', reason: 'The page shows nothing of stock, its scripts run.', isRefusal: false }
  return { kind: 'read', sizes: seen.map(sightingOf), reading: { ...reading, currency: walk.facts.currency } }
}

function failed(error: unknown): Look {
  if (error instanceof Stopped && error.outcome.kind === 'handover' && error.outcome.reason === 'policy')
    return { kind: 'forbidden', reason: error.outcome.detail }
  if (error instanceof Retryable) return { kind: 'trouble', reason: sentenceOf(error) }
  if (isSnpdError(error)) return { kind: 'unclear', reason: sentenceOf(error), isRefusal: true }
  return { kind: 'trouble', reason: `The page does not open: ${String(error).split('\n')[0]}.` }
}

/** Looks with a browser that is kept; each look has a fresh page. */
export function openBrowserLook(keeper: BrowserKeeper): BrowserLook {
  return async (reading, stay) => {
    const productUrl = new URL(reading.url)
    const fence = { origins: [productUrl.origin], pass: stay.pass, hasOrdered: stay.hasOrdered }
    const { page, close } = await openShopPage(await keeper.get(), fence)
    try {
      const payment = async () => null
      return await readWalk(beginWalk({ page, productUrl, size: '', buyer: nobody, payment, stay }), reading)
    } catch (error) {
      return failed(error)
    } finally {
      await close()
    }
  }
}
