import { z } from 'zod'
import { readShopifyProduct, type ShopifyVariant } from '../../../core/stock/shopify.ts'
import type { Walk } from '../adapter.ts'
import { ask } from './ask.ts'
import { openCart, type PlatformOffer } from './offer.ts'

/** What a theme says of itself in every page. */
type Theme = {
  /** The folder that the shop lives in: "/" or that of a language, "/en-ca/". */
  root: string
  currency: string | null
  /** The variant that the page has chosen; empty when it does not say. */
  chosen: string
}

const cartShape = z.object({
  currency: z.string().optional(),
  items: z.array(
    z.object({ variant_id: z.union([z.number(), z.string()]).transform(String), quantity: z.int() }),
  ),
})
type Cart = z.infer<typeof cartShape>

async function themeOf({ page, facts }: Walk): Promise<Theme> {
  const said = await page.evaluate(() => {
    const { Shopify: shop } = window as {
      Shopify?: { routes?: { root?: unknown }; currency?: { active?: unknown } }
    }
    const field = document.querySelector<HTMLInputElement>('form[action*="/cart/add"] [name=id]')
    const chosen = new URLSearchParams(location.search).get('variant') ?? field?.value ?? ''
    return { root: String(shop?.routes?.root ?? ''), currency: String(shop?.currency?.active ?? ''), chosen }
  })
  const root = /^\/([\w-]+\/)*$/.test(said.root) ? said.root : '/'
  return {
    root,
    currency: /^[A-Z]{3}$/.test(said.currency) ? said.currency : facts.currency,
    chosen: said.chosen,
  }
}

async function readCart(walk: Walk, root: string): Promise<Cart | undefined> {
  const { status, json } = await ask(walk, { path: `${root}cart.js` })
  return status === 200 ? cartShape.safeParse(json).data : undefined
}

const holdsOnly = ({ items }: Cart, id: string) =>
  items.length === 1 && items[0]?.variant_id === id && items[0].quantity === 1

/** One pair and nothing else: the cart says so itself, or what was put in is taken out again. */
async function putInCart(walk: Walk, { root }: Theme, id: string): Promise<boolean> {
  const before = await readCart(walk, root)
  if (!before) return false
  if (!holdsOnly(before, id)) {
    if (before.items.length > 0) await ask(walk, { path: `${root}cart/clear.js`, method: 'POST', body: {} })
    const items = [{ id: Number(id), quantity: 1 }]
    await ask(walk, { path: `${root}cart/add.js`, method: 'POST', body: { items } })
  }
  const cart = await readCart(walk, root)
  if (!cart || !holdsOnly(cart, id)) {
    if (cart?.items.length !== 0) await ask(walk, { path: `${root}cart/clear.js`, method: 'POST', body: {} })
    return false
  }
  if (cart.currency) walk.facts.currency = cart.currency
  await openCart(walk, `${root}cart`)
  return true
}

/** The variants of the open page's product by Shopify's Ajax API: the page's address with ".js". */
export async function shopifyOffers(walk: Walk): Promise<PlatformOffer[]> {
  const path = /^.*\/products\/[^/]+/.exec(new URL(walk.page.url()).pathname)?.[0]
  if (!path) return []
  const theme = await themeOf(walk)
  const product = readShopifyProduct((await ask(walk, { path: `${path}.js` })).json, theme.currency)
  if (!product) return []
  const chosen = product.variants.find(({ id }) => id === theme.chosen)
  const isMeant = ({ others }: ShopifyVariant) => others.join('/') === chosen?.others.join('/')
  return product.variants.map((variant) => ({
    ...{ title: product.title, label: variant.label, priceMinor: variant.priceMinor },
    state: variant.available === null ? 'unknown' : variant.available ? 'in' : 'out',
    isMeant: isMeant(variant),
    add: () => putInCart(walk, theme, variant.id),
    resumeUrl: new URL(`${theme.root}cart/${variant.id}:1`, walk.productUrl).href,
  }))
}
