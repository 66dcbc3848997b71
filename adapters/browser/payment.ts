import type { BrowserContext } from 'playwright-core'
import { isOwn } from '../../core/url/own.ts'
import { elsewhere, isAllowed, isShops, type RequestFence } from './reach.ts'
import { siteOf } from './site.ts'

/** What payment services and their pages call themselves; nothing else is let in by its name. */
const PAYMENT =
  /\b(pay|pays|payment|payments|pci|psp|card|cards|checkout|secure|hosted|vault|token|stripe|adyen|braintree\w*|klarna|cvc|cvv|expiry|paypal|mollie|worldpay|squareup|cybersource|authorize|razorpay|sagepay|opayo)\b/i

/** A document that a page wants to open. */
export type Opening = {
  url: string
  /** Its frame element's title, name and the like. */
  says: string
  isFrame: boolean
  /** Where it stands now, and the frames around it, innermost first. */
  around: readonly string[]
  /** It was led there by a redirect. */
  isLed: boolean
}

/** A host or path that calls itself a payment's, or says so where it stands. */
export function isPayments({ hostname, pathname }: URL, says: string): boolean {
  return PAYMENT.test(`${hostname}${pathname} ${says}`.replace(/_/g, ' '))
}

/**
 * A frame of a payment service that the shop's page opens, and was not led to; and after the order, what follows from it: the
 * payment's page to which the shop sends its buyer, and the bank's (3-D Secure) that a payment's frame opens.
 */
function isPart({ url, says, isFrame, around, isLed }: Opening, fence: RequestFence): boolean {
  const to = elsewhere(url, fence)
  if (!to) return false
  if (isFrame && !isLed && isPayments(to, says)) return true
  if (!fence.hasOrdered?.()) return false
  if (!isFrame && isPayments(to, '')) return true
  const services = fence.services ?? []
  return around.some((text) => URL.canParse(text) && services.some((one) => isOwn(new URL(text), one)))
}

/** Lets a payment's document in, and from then on whatever goes to its service. */
export async function admit(
  context: BrowserContext,
  fence: RequestFence,
  opening: Opening,
): Promise<boolean> {
  if (isAllowed(opening.url, fence)) return true
  if (isShops(opening.url, fence) || !isPart(opening, fence)) return false
  const { origin, hostname } = new URL(opening.url)
  const service = { origin, domain: await siteOf(context, hostname) }
  fence.services = [...(fence.services ?? []), service]
  return true
}
