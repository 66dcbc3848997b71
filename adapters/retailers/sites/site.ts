/** What an element of a site's pages means, where the page does not say so in a way that is read at every shop. */
export type Meaning = {
  /** CSS selector. */
  at: string
  /** What a page that says everything would call it: "Add to cart", "Size". */
  name?: string
  /** The attribute that holds its name. */
  nameFrom?: string
  /** The list that it is one of: "Size". */
  group?: string
  /** WHATWG autofill token. */
  autocomplete?: string
  /** It cannot be had now. */
  off?: true
  /** The site's human check, its waiting room, or what names the instant of a launch. */
  is?: 'challenge' | 'room' | 'launch'
  /** For a launch: what names the instant within the text, as its first group. */
  pattern?: string
}

/**
 * A site that members name instead of giving an address: all that is known of it beforehand, as data. Everything else
 * is found out as at any other shop, by the same steps.
 */
export type Site = {
  name: string
  /** Null: a kind of shop with many addresses; its products are given with `--url`. */
  origin: string | null
  /** Path of the page that a product's number leads to; `{sku}` stands for the number. */
  path: string
  /** That page is a list, in which the product's own page is the link whose path ends with the number. */
  isList?: true
  /** Why a person looks before every payment here, whatever robots.txt says; null where only that decides. */
  policy: string | null
  /** Path that shows the session's last order again, where the site has such a page. */
  lastOrder?: string
  meanings: readonly Meaning[]
}
