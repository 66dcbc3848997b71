import { z } from 'zod'
import { readWooList, type WooVariation } from '../../../core/stock/woo.ts'
import type { Walk } from '../adapter.ts'
import { ask, type Reply } from './ask.ts'
import { openCart, type PlatformOffer } from './offer.ts'

const cartShape = z.object({
  items: z.array(
    z.object({ key: z.string(), id: z.union([z.number(), z.string()]).transform(String), quantity: z.int() }),
  ),
  totals: z.object({ currency_code: z.string().optional() }).optional(),
})
type Cart = z.infer<typeof cartShape>
const parentShape = z.array(z.object({ id: z.number(), name: z.string() })).min(1)

const cartOf = ({ status, json }: Reply): Cart | undefined =>
  status === 200 || status === 201 ? cartShape.safeParse(json).data : undefined

const holdsOnly = ({ items }: Cart, id: string) =>
  items.length === 1 && items[0]?.id === id && items[0].quantity === 1

/** Where the Store API lives: WordPress names it in every page. */
async function apiOf({ page }: Walk): Promise<string> {
  const root = await page.evaluate(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')
    return link && new URL(link.href).origin === location.origin ? new URL(link.href).pathname : '/wp-json/'
  })
  return `${root.replace(/\/?$/, '/')}wc/store/v1`
}

async function empty(
  walk: Walk,
  { api, nonce, cart }: { api: string; nonce: string; cart: Cart },
): Promise<void> {
  for (const { key } of cart.items)
    await ask(walk, { path: `${api}/cart/remove-item`, method: 'POST', body: { key }, headers: { nonce } })
}

/**
 * One pair and nothing else, in the cart of the page's own session: with the nonce, not with a Cart-Token, whose cart
 * the shop's pages do not show.
 */
async function putInCart(walk: Walk, api: string, id: string): Promise<boolean> {
  const first = await ask(walk, { path: `${api}/cart` })
  const { nonce } = first
  const before = cartOf(first)
  if (!before || !nonce) return false
  const headers = { nonce }
  let cart: Cart | undefined = before
  if (!holdsOnly(before, id)) {
    await empty(walk, { api, nonce, cart: before })
    const body = { id: Number(id), quantity: 1 }
    cart = cartOf(await ask(walk, { path: `${api}/cart/add-item`, method: 'POST', body, headers }))
  }
  if (!cart || !holdsOnly(cart, id)) {
    if (cart) await empty(walk, { api, nonce, cart })
    return false
  }
  if (cart.totals?.currency_code) walk.facts.currency = cart.totals.currency_code
  await openCart(walk, '/cart/')
  return true
}

async function variationsOf(walk: Walk, api: string): Promise<{ title: string; variations: WooVariation[] }> {
  const slug = new URL(walk.page.url()).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const listed = await ask(walk, { path: `${api}/products?slug=${encodeURIComponent(slug)}` })
  const [parent] = parentShape.safeParse(listed.json).data ?? []
  if (!parent) return { title: '', variations: [] }
  const path = `${api}/products?type=variation&parent[]=${parent.id}&per_page=100`
  return { title: parent.name, variations: readWooList((await ask(walk, { path })).json) }
}

/** The variations of the open page's product by WooCommerce's Store API v1. */
export async function wooOffers(walk: Walk): Promise<PlatformOffer[]> {
  const api = await apiOf(walk)
  const { title, variations } = await variationsOf(walk, api)
  return variations.map(({ id, label, state, priceMinor }) => ({
    ...{ title, label, state, priceMinor, isMeant: false },
    add: () => putInCart(walk, api, id),
    resumeUrl: new URL(`/?add-to-cart=${id}&quantity=1`, walk.productUrl).href,
  }))
}
