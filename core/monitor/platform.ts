/** A shop's software that lists its stock in public. `ask` is what to ask first; for WooCommerce that names the product. */
export type Platform = { reader: 'shopify'; listUrl: string } | { reader: 'woo'; api: string; slug: string }

const SHOPIFY = /\bShopify\s*=|cdn\.shopify\.com|\/cdn\/shop\//
const WOO = /<body[^>]{0,2000}class="[^"]{0,2000}woocommerce|<meta[^>]{0,300}content="WooCommerce/i
const API = /<link[^>]{0,300}rel=["']https:\/\/api\.w\.org\/["'][^>]{0,300}href=["']([^"']{1,300})["']/i

/** Where WordPress keeps its API: it says so in every page. */
function apiOf(html: string, page: URL): string {
  const said = API.exec(html)?.[1]
  const root = said && URL.canParse(said, page.href) ? new URL(said, page) : new URL('/wp-json/', page)
  const path = root.origin === page.origin ? root.pathname.replace(/\/?$/, '/') : '/wp-json/'
  return new URL(`${path}wc/store/v1`, page).href
}

/** What kind of software a product's page says that it is made by, as adapters/retailers/universal/platform.ts; undefined: none of these. */
export function platformOf(html: string, pageUrl: string): Platform | undefined {
  const page = new URL(pageUrl)
  const path = /^.*\/products\/[^/]+/.exec(page.pathname)?.[0]
  if (path && SHOPIFY.test(html))
    return { reader: 'shopify', listUrl: new URL(`${path.replace(/\.(js|json)$/, '')}.js`, page).href }
  const slug = page.pathname.split('/').filter(Boolean).at(-1)
  return slug && WOO.test(html) ? { reader: 'woo', api: apiOf(html, page), slug } : undefined
}

/** Where the Store API says which product has this slug. */
export function wooParentUrl(api: string, slug: string): string {
  return `${api}/products?slug=${encodeURIComponent(slug)}`
}

/** Where it lists a product's variations. */
export function wooListUrl(api: string, parent: number): string {
  return `${api}/products?type=variation&parent[]=${parent}&per_page=100`
}
