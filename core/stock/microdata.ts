import { attribute, closest, type Tag, tagsIn, wordsIn } from './html.ts'

/** Microdata and RDFa say the same in other attributes. */
const typeOf = (tag: Tag) =>
  tag.attributes.has('itemscope') ? attribute(tag, 'itemtype') : attribute(tag, 'typeof')
const propertyOf = (tag: Tag) => attribute(tag, 'itemprop') || attribute(tag, 'property')
const isScope = (tag: Tag) => tag.attributes.has('itemscope') || tag.attributes.has('typeof')
const isItem = (tag: Tag, type: RegExp) => isScope(tag) && type.test(typeOf(tag))

/** The properties of one item, not of the items in it. */
function valuesOf(item: Tag): Record<string, string> {
  const values: Record<string, string> = {}
  const visit = (tag: Tag) => {
    for (const child of tag.children) {
      if (typeof child === 'string' || isScope(child)) continue
      const own = ['content', 'href', 'value', 'resource']
        .map((name) => attribute(child, name))
        .find((each) => each !== '')
      for (const name of propertyOf(child).split(/\s+/)) {
        const bare = name.replace(/^schema:/, '')
        if (bare && !bare.includes(':')) values[bare] ??= own ?? wordsIn(child)
      }
      visit(child)
    }
  }
  visit(item)
  return values
}

const OFFER = /(^|schema\.org\/|schema:)(Aggregate)?Offer$/i
const PRODUCT = /(^|schema\.org\/|schema:)(Product|IndividualProduct|ProductGroup)$/i
const OTHERS = /^(isRelatedTo|isSimilarTo|isAccessoryOrSparePartFor|itemListElement)$/

/**
 * Products marked up as microdata or RDFa, in the words of JSON-LD.
 * @param isOther true within what a page shows of other products
 */
export function microdataTexts(root: Tag, isOther: (tag: Tag) => boolean = () => false): string[] {
  const tags = tagsIn(root)
  const products = tags.filter((tag) => isItem(tag, PRODUCT) && !isOther(tag))
  const own = products.filter((tag) => closest(tag, (each) => OTHERS.test(propertyOf(each))) === undefined)
  return own.map((product) => {
    const values = valuesOf(product)
    const inside = tagsIn(product).filter((tag) => isItem(tag, OFFER))
    const offers = inside.length > 0 ? inside.map((offer) => withVariant(offer, product)) : [values]
    const { name, size, url } = values
    return JSON.stringify({
      ...{ '@type': 'Product', name, size, url },
      offers: offers.map((offer) => ({ ...offer, '@type': 'Offer' })),
    })
  })
}

/** An offer, with the size of the variant around it, where that is an item of its own within the product. */
function withVariant(offer: Tag, product: Tag): Record<string, string> {
  const values = valuesOf(offer)
  const variant = closest(offer, (tag) => tag !== offer && isScope(tag))
  if (values.size !== undefined || !variant || variant === product) return values
  const { size } = valuesOf(variant)
  return size === undefined ? values : { ...values, size }
}
