import type { Page, Request } from 'playwright-core'
import { forget } from './memo.ts'

/** What pages change by; pictures and open channels may take for ever. */
const ANSWERS = /^(document|script|xhr|fetch)$/

/** Instants are Date.now()'s. */
export type Traffic = {
  running: Set<Request>
  /** How many requests there were. */
  asked: number
  /** When the last of them began or ended. */
  last: number
  /** When something was pressed or chosen, and when something was written, last. */
  acted: number
  typed: number
}

const traffics = new WeakMap<Page, Traffic>()

/** What the page asks for, listened to once: each listener more is a word with the browser. */
export function trafficOf(page: Page): Traffic {
  const known = traffics.get(page)
  if (known) return known
  const traffic: Traffic = { running: new Set(), asked: 0, last: 0, acted: 0, typed: 0 }
  const move = () => {
    traffic.last = Date.now()
    forget(page)
  }
  const end = (request: Request) => {
    if (traffic.running.delete(request)) move()
  }
  page.on('request', (request) => {
    if (!ANSWERS.test(request.resourceType())) return
    traffic.running.add(request)
    traffic.asked++
    move()
  })
  page.on('requestfinished', end).on('requestfailed', end)
  page.on('framenavigated', () => forget(page))
  traffics.set(page, traffic)
  return traffic
}
