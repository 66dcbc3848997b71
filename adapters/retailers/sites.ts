/** A shop that members name instead of giving an address. Everything else about it is found out as at any other shop. */
export type Site = {
  name: string
  origin: string
  /** `{sku}` stands for the product's number. */
  productPath: string
}

const sites: readonly Site[] = [
  { name: 'nike', origin: 'https://www.nike.com', productPath: '/w?q={sku}' },
  { name: 'adidas', origin: 'https://www.adidas.com', productPath: '/us/{sku}.html' },
  { name: 'footlocker', origin: 'https://www.footlocker.com', productPath: '/product/~/{sku}.html' },
]

export function findSite(name: string): Site | undefined {
  return sites.find((site) => site.name === name.toLowerCase())
}

export function siteNames(): string[] {
  return sites.map(({ name }) => name)
}
