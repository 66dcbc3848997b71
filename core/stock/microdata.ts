import { attribute, type Tag, tagsIn, wordsIn } from './html.ts'

const isItem = (tag: Tag, type: RegExp) =>
  tag.attributes.has('itemscope') && type.test(attribute(tag, 'itemtype'))

/** The properties of one item, not of the items in it. */
function valuesOf(item: Tag): Record<string, string> {
  const values: Record<string, string> = {}
  const visit = (tag: Tag) => {
    for (const child of tag.children) {
      if (typeof child === 'string') continue
      const name = attribute(child, 'itemprop')
      const own = attribute(child, 'content') || attribute(child, 'href') || attribute(child, 'value')
      if (name && !child.attributes.has('itemscope')) values[name] ??= own || wordsIn(child)
      if (!child.attributes.has('itemscope')) visit(child)
    }
  }
  visit(item)
  return values
}

const OFFER = /schema\.org\/(Aggregate)?Offer$/i

/** Products marked up as microdata, in the words of JSON-LD. */
export function microdataTexts(root: Tag): string[] {
  const products = tagsIn(root).filter((tag) => isItem(tag, /schema\.org\/(Product|IndividualProduct)$/i))
  return products.map((product) => {
    const own = valuesOf(product)
    const inside = tagsIn(product).filter((tag) => isItem(tag, OFFER))
    const offers = inside.length > 0 ? inside.map(valuesOf) : [own]
    const { name, size } = own
    return JSON.stringify({
      ...{ '@type': 'Product', name, size },
      offers: offers.map((offer) => ({ ...offer, '@type': 'Offer' })),
    })
  })
}
