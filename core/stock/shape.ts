/** `unknown` is never `out`: nobody said so. */
export type StockState = 'in' | 'out' | 'preorder' | 'unknown'

/** What somebody says of one size of a product. */
export type SizeStock = {
  /** As `sizeOf` writes it; empty when the product is sold in no sizes, or none are named. */
  size: string
  /** The size as it is written there, in all its systems: "US 10 / EU 44". */
  label: string
  state: StockState
  /** Minor units. */
  priceMinor: number | null
  /** ISO 4217. */
  currency: string | null
  /** What says so, quoted. */
  evidence: string
}
