import { attribute, type Tag, tagsIn } from './html.ts'

/** Where the shop's own software lists a product, and how to read what it answers. */
export type ListSource =
  | { reader: 'shopify'; url: string; currency: string | null; variant: string | null }
  | {
      reader: 'woo'
      url: string /** True: the answer is the product itself, whose number the list is asked by. */
      isParent: boolean
    }

const scriptsOf = (tags: readonly Tag[]) =>
  tags.filter(({ name }) => name === 'script').map(({ children }) => children.join(''))

function isShopify(tags: readonly Tag[], scripts: readonly string[]): boolean {
  const links = tags.flatMap((tag) => [attribute(tag, 'src'), attribute(tag, 'href')])
  return (
    links.some((link) => /\/cdn\/shop\/|cdn\.shopify\.com/.test(link)) ||
    scripts.some((script) => /\bShopify\.(theme|shop|routes|currency)\b|\bwindow\.Shopify\b/.test(script))
  )
}

function shopifySource(tags: readonly Tag[], url: URL): ListSource | null {
  const path = /^.*\/products\/[^/]+/.exec(url.pathname)?.[0]?.replace(/\.js(on)?$/, '')
  const scripts = scriptsOf(tags)
  if (!path || !isShopify(tags, scripts)) return null
  const active = /Shopify\.currency\s*=\s*\{[^}]*"active"\s*:\s*"([A-Z]{3})"/.exec(scripts.join('\n'))?.[1]
  const variant = url.searchParams.get('variant')
  return { reader: 'shopify', url: `${url.origin}${path}.js`, currency: active ?? null, variant }
}

/** The variations of a product by its number in WooCommerce's Store API v1. */
export function wooVariations(api: string, parent: string | number): string {
  return `${api}/products?type=variation&parent[]=${parent}&per_page=100`
}

/** WordPress names the door to its API in every page. */
function wooApi(tags: readonly Tag[], url: URL): string {
  const link = tags.find((tag) => tag.name === 'link' && attribute(tag, 'rel') === 'https://api.w.org/')
  const said = link ? attribute(link, 'href') : ''
  const root =
    URL.canParse(said, url) && new URL(said, url).origin === url.origin ? new URL(said, url).href : ''
  return `${(root || `${url.origin}/wp-json/`).replace(/\/?$/, '/')}wc/store/v1`
}

function isWoo(tag: Tag): boolean {
  if (tag.name === 'body') return /\bwoocommerce\b/.test(attribute(tag, 'class'))
  return tag.name === 'meta' && /^WooCommerce/.test(attribute(tag, 'content'))
}

function wooSource(tags: readonly Tag[], url: URL): ListSource | null {
  if (!tags.some(isWoo)) return null
  const api = wooApi(tags, url)
  const id = tags.map((tag) => attribute(tag, 'data-product_id')).find((each) => /^\d+$/.test(each))
  if (id) return { reader: 'woo', url: wooVariations(api, id), isParent: false }
  const slug = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  return { reader: 'woo', url: `${api}/products?slug=${encodeURIComponent(slug)}`, isParent: true }
}

/**
 * Which public list of the shop's software knows this page's product better than the page does; null where the page is
 * made by no software that has one. The address is of the page's own origin.
 * @param url of the page, after redirects
 */
export function listSourceOf(root: Tag, url: URL): ListSource | null {
  const tags = tagsIn(root)
  return shopifySource(tags, url) ?? wooSource(tags, url)
}
