import { openShopPage } from '../../adapters/browser/context.ts'
import { requireShopUrl } from '../../adapters/browser/fence.ts'
import type { Walk } from '../../adapters/retailers/adapter.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import type { ShippingAddress } from '../../core/member/shape.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import { readShipping } from '../../db/vault/shipping.ts'
import type { CheckoutDeps } from './deps.ts'
import { paymentOf } from './payment.ts'

const nowhere: ShippingAddress = { name: '', street: '', city: '', state: '', zip_code: '', country: '' }

/**
 * Runs something on a fresh page that can reach the request's shop and nothing else; the page is closed after it.
 * @throws Final `checkout.url-refused`, `vault.*`; Retryable `browser.died`
 */
export async function visitShop<Result>(
  deps: CheckoutDeps,
  work: PurchaseWork,
  use: (walk: Walk) => Promise<Result>,
): Promise<Result> {
  const { sql, vault, keeper, settings } = deps
  const productUrl = requireShopUrl(work.productUrl, settings.allowLoopback)
  const fence = { origins: [productUrl.origin] }
  const { page, close } = await openShopPage(await keeper.get(), fence)
  try {
    const { id, lookupZip } = work
    // The order of a member who left is only looked up: by mail and ZIP code.
    const shipping =
      lookupZip === null ? await readShipping(sql, vault, id) : { ...nowhere, zip_code: lookupZip }
    const buyer = { ...shipping, email: work.email }
    const { size, preferences: wishes } = work
    return await use(beginWalk({ page, productUrl, size, buyer, wishes, payment: paymentOf(deps, work) }))
  } finally {
    await close()
  }
}
