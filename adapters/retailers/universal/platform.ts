import { z } from 'zod'
import { isSize, sizeOf } from '../../../core/checkout/size.ts'
import type { Walk } from '../adapter.ts'

/** One variant as the shop's software lists it, and how it is put into the cart when the page shows no way. */
export type PlatformVariant = {
  label: string
  inStock: boolean
  addPath: string
  addForm: Record<string, string> | null
}

const id = z.union([z.string(), z.number()]).transform(String)

/** Shopify's Ajax API: the product page's address with ".js". */
const shopifyShape = z.object({
  options: z
    .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
    .catch([]),
  variants: z.array(
    z.object({ id, title: z.string(), available: z.boolean(), options: z.array(z.string()).catch([]) }),
  ),
})

/** WooCommerce's Store API v1: the variations of a product. */
const wooProduct = z.array(z.object({ id }))
const wooShape = z.array(
  z.object({ id, is_in_stock: z.boolean(), variation: z.string().catch(''), name: z.string().catch('') }),
)

/** What kind of software the page says that it is made by; it names itself in every page of these. */
async function platformOf({ page }: Walk): Promise<'shopify' | 'woocommerce' | null> {
  return page.evaluate(() => {
    if ('Shopify' in window || document.querySelector('script[src*="/cdn/shop/"],link[href*="cdn.shopify"]'))
      return 'shopify'
    return document.querySelector('body.woocommerce, body[class*="woocommerce"]') ? 'woocommerce' : null
  })
}

/** From inside the page: within its fence, with its session. Null for anything but JSON. */
async function fetchJson({ page }: Walk, path: string): Promise<unknown> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
    return answer?.ok ? answer.json().catch(() => null) : null
  }, path)
}

async function fromShopify(walk: Walk): Promise<PlatformVariant[]> {
  const path = /^.*\/products\/[^/]+/.exec(new URL(walk.page.url()).pathname)?.[0]
  const parsed = shopifyShape.safeParse(path ? await fetchJson(walk, `${path}.js`) : null)
  if (!parsed.success) return []
  const at = parsed.data.options.findIndex((name) => /size|größe|taille|talla/i.test(name))
  return parsed.data.variants.map((variant) => ({
    label: variant.options[at] ?? variant.title,
    inStock: variant.available,
    addPath: '/cart/add',
    addForm: { id: variant.id, quantity: '1' },
  }))
}

async function fromWoo(walk: Walk): Promise<PlatformVariant[]> {
  const slug = new URL(walk.page.url()).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const api = '/wp-json/wc/store/v1/products'
  const product = wooProduct.safeParse(await fetchJson(walk, `${api}?slug=${encodeURIComponent(slug)}`))
  const parent = product.success ? product.data[0]?.id : undefined
  if (!parent) return []
  const found = wooShape.safeParse(
    await fetchJson(walk, `${api}?type=variation&parent[]=${parent}&per_page=100`),
  )
  const variants = found.success ? found.data : []
  return variants.map((variant) => ({
    label: /:\s*(.+)$/.exec(variant.variation)?.[1] ?? variant.name,
    inStock: variant.is_in_stock,
    addPath: `/?add-to-cart=${variant.id}&quantity=1`,
    addForm: null,
  }))
}

/** The variants that the shop's own software lists, where it is one whose list is public; none otherwise. */
export async function platformVariants(walk: Walk): Promise<PlatformVariant[]> {
  const platform = await platformOf(walk)
  if (platform === null) return []
  const variants = await (platform === 'shopify' ? fromShopify(walk) : fromWoo(walk))
  return variants.filter(({ label }) => sizeOf(label) !== undefined)
}

/** Puts one pair into the cart by the software's own way, and opens the cart. */
export async function addVariant(
  { page, productUrl }: Walk,
  { addPath, addForm }: PlatformVariant,
): Promise<void> {
  const address = new URL(addPath, productUrl).href
  if (addForm)
    await page.evaluate(
      async ([to, form]) => {
        await fetch(to, { method: 'POST', body: new URLSearchParams(form) })
      },
      [address, addForm] as const,
    )
  else await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.goto(new URL('/cart', productUrl).href, { waitUntil: 'domcontentloaded' })
}

/** The variant of the wanted size. */
export function variantFor(variants: readonly PlatformVariant[], size: string): PlatformVariant | undefined {
  return variants.find(({ label }) => isSize(label, size))
}
