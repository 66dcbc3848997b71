import { inSystemOf, isSize, sizeOf } from '../../../../core/checkout/size.ts'
import { readMarkup } from '../../../../core/stock/markup.ts'
import type { Walk } from '../../adapter.ts'
import { readMetadata } from '../page.ts'
import { call } from './client.ts'
import { catalogShape, type UcpProduct, type UcpProfile, type UcpVariant } from './shape.ts'

const CALLED = /size|größe|taille|talla|taglia|maat|サイズ/i

const pathOf = (url: string | undefined) =>
  url && URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : undefined

async function ask(walk: Walk, profile: UcpProfile, { path, body }: { path: string; body: object }) {
  const { status, json } = await call(walk, { method: 'POST', url: `${profile.endpoint}${path}`, body })
  return status === 200 ? (catalogShape.safeParse(json).data ?? []) : []
}

/** The last piece of the product page's address, which many shops use as a name. */
const handleOf = ({ productUrl }: Walk) => productUrl.pathname.split('/').filter(Boolean).at(-1) ?? ''

/** The product of this page, and no other: by its address or its name in it. */
function productOf(
  walk: Walk,
  products: readonly UcpProduct[],
  ids: readonly string[],
): UcpProduct | undefined {
  const here = pathOf(walk.productUrl.href)
  return (
    products.find(({ url, variants }) =>
      [url, ...variants.map((each) => each.url)].some((each) => pathOf(each) === here),
    ) ??
    products.find(({ handle }) => handle === handleOf(walk)) ??
    products.find(({ id, variants }) => ids.includes(id) || variants.some((each) => ids.includes(each.id)))
  )
}

function labelOf({ options, title }: UcpVariant): string {
  const size = options.find(({ name }) => CALLED.test(name)) ?? options.find(({ label }) => sizeOf(label))
  return size ? inSystemOf(size.label, size.name) : title
}

/** The one variant of the size that can be had; two that differ otherwise are not guessed between. */
function variantOf(walk: Walk, { variants }: UcpProduct): string | undefined {
  const sized = variants.filter((variant) => isSize(labelOf(variant), walk.size))
  const sold = sized.filter(({ availability }) => availability?.available !== false)
  const here = sold.filter(
    ({ url }) => url !== undefined && new URL(url, walk.productUrl).href === walk.productUrl.href,
  )
  const [only, ...more] = sold.length > 1 ? here : sold
  return only && more.length === 0 ? only.id : undefined
}

async function fromCatalog(walk: Walk, profile: UcpProfile, ids: string[]): Promise<string | undefined> {
  const { looksUp, searches } = profile
  const context = walk.buyer.country ? { context: { address_country: walk.buyer.country } } : {}
  const listed = looksUp
    ? await ask(walk, profile, { path: '/catalog/lookup', body: { ids, ...context } })
    : []
  const query = { query: walk.facts.title, pagination: { limit: 10 }, ...context }
  const product =
    productOf(walk, listed, ids) ??
    (searches
      ? productOf(walk, await ask(walk, profile, { path: '/catalog/search', body: query }), ids)
      : undefined)
  const variant = product && variantOf(walk, product)
  if (variant || !product || !looksUp) return variant
  // A lookup lists one variant of each product; the whole product knows the others.
  const axis = product.options.find(({ name }) => CALLED.test(name))
  const value = axis?.values.find(({ label }) => isSize(label, walk.size))
  const selected = axis && value ? { selected: [{ name: axis.name, label: value.label }] } : {}
  const [whole] = await ask(walk, profile, {
    path: '/catalog/product',
    body: { id: product.id, ...selected, ...context },
  })
  return whole && variantOf(walk, whole)
}

/** What the shop calls a pair of the wanted size: by its catalogue, else by the numbers in the page's metadata. */
export async function findItem(walk: Walk, profile: UcpProfile): Promise<string | undefined> {
  const { numbers } = readMarkup(await readMetadata(walk.page))
  const ids = [
    ...new Set([walk.productUrl.href, handleOf(walk), ...numbers.map(({ number }) => number)]),
  ].slice(0, 10)
  const listed = profile.looksUp || profile.searches ? await fromCatalog(walk, profile, ids) : undefined
  if (listed) return listed
  const [only, ...more] = numbers.filter(({ label }) => isSize(label, walk.size))
  return only && more.length === 0 ? only.number : undefined
}
