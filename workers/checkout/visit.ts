import { openShopPage } from '../../adapters/browser/context.ts'
import { requireShopUrl } from '../../adapters/browser/fence.ts'
import type { Walk } from '../../adapters/retailers/adapter.ts'
import type { Stay } from '../../adapters/retailers/stay.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import { readShipping } from '../../db/vault/shipping.ts'
import type { CheckoutDeps } from './deps.ts'
import { enterShop } from './enter.ts'
import { unlessLeaving } from './leave.ts'
import { paymentOf } from './payment.ts'

const nowhere: ShippingAddress = { name: '', street: '', city: '', state: '', zip_code: '', country: '' }

type Visit = { work: PurchaseWork; productUrl: URL; stay: Stay }

async function onPage<Result>(
  deps: CheckoutDeps,
  { work, productUrl, stay }: Visit,
  use: (walk: Walk) => Promise<Result>,
): Promise<Result> {
  const fence = { origins: [productUrl.origin], pass: stay.pass, hasOrdered: stay.hasOrdered }
  const { page, close } = await openShopPage(await deps.keeper.get(), fence)
  try {
    const { id, lookupZip, size, email, preferences: wishes } = work
    // The order of a member who left is only looked up: by mail and ZIP code.
    const shipping =
      lookupZip === null ? await readShipping(deps.sql, deps.vault, id) : { ...nowhere, zip_code: lookupZip }
    const buyer = { ...shipping, email }
    const walk = beginWalk({ page, productUrl, size, buyer, wishes, stay, payment: paymentOf(deps, work) })
    return await unlessLeaving(deps.draining, use(walk))
  } finally {
    await close()
  }
}

/**
 * Runs something on a fresh page that can reach the request's shop and nothing else; the page is closed after it, or as
 * soon as the job has to leave.
 * @throws GivenBack then, and while the shop's gate is closed; Stopped when it stays closed for long; Final
 *   `checkout.url-refused`, `vault.*`; Retryable `browser.died`
 */
export async function visitShop<Result>(
  deps: CheckoutDeps,
  work: PurchaseWork,
  use: (walk: Walk) => Promise<Result>,
): Promise<Result> {
  const productUrl = requireShopUrl(work.productUrl, deps.settings.allowLoopback)
  const stay = await enterShop(deps, work, productUrl)
  try {
    return await onPage(deps, { work, productUrl, stay }, use)
  } finally {
    await stay.leave()
  }
}
