import type { Later } from '../manners/pushback.ts'
import type { SizeStock, StockState } from '../stock/shape.ts'

/** How a product is read: its page alone, or the list of the software that the shop is made with. */
export type Reader = 'page' | 'shopify' | 'woo'

export type KnownState = Exclude<StockState, 'unknown'>

/** One size as a look saw it. */
export type Sighting = SizeStock & {
  /** 0 to 1: how far what says so can be believed (core/monitor/confidence.ts); 0 where nobody says anything. */
  confidence: number
}

/** What a conditional request names (RFC 9110, 13.1), and the SHA-256 of the bytes that came with it, in hex. */
export type Copy = { etag: string | null; lastModified: string | null; bodyHash: string | null }

/** Where a product is read, as far as it is known. */
export type Reading = {
  url: string
  /** Null: nobody has looked yet. */
  reader: Reader | null
  /** Of the software's list, where that is read. */
  listUrl: string | null
  currency: string | null
  copy: Copy
}

/** What came of one look at a product. */
export type Look =
  /** 304, or the same bytes as before, under the names that they have now: what was known still holds. */
  | { kind: 'same'; copy?: Copy }
  /** `reading.copy` is empty when something is to be looked at again in any case. */
  | { kind: 'read'; sizes: Sighting[]; reading: Reading }
  /** The shop answered and showed no stock: a challenge, 403, 404. Every size is unknown, never out. */
  | {
      kind: 'unclear'
      reason: string
      /** It would not answer us; otherwise there is nothing there, or nothing of stock. */
      isRefusal: boolean
    }
  /** It asked to come back later: that binds everybody. */
  | { kind: 'later'; reason: string; pushback: Later }
  /** No whole answer: says nothing about the product. */
  | { kind: 'trouble'; reason: string }
  /** robots.txt keeps SNPD out: it is not asked again. */
  | { kind: 'forbidden'; reason: string }
