import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import { Final } from '../../core/errors.ts'
import { karma } from '../../core/karma/amount.ts'
import type { NewDrop } from '../../db/drops/upsert.ts'
import { seedId } from './id.ts'

const HOUR = 3_600_000

type DemoDrop = {
  style_code: string
  slug: string
  title: string
  minKarma: bigint
  passTier?: number
  /** Hours from the first start. */
  opens: number
  snapshot: number | null
}

const drops: DemoDrop[] = [
  {
    style_code: 'HLR-1042-101',
    slug: 'halyard-court-low-bone',
    title: 'Halyard Court Low "Bone"',
    minKarma: karma(10),
    opens: -1,
    snapshot: null,
  },
  {
    style_code: 'HLR-2210-004',
    slug: 'halyard-breaker-90-graphite',
    title: 'Halyard Breaker 90 "Graphite"',
    minKarma: karma(25),
    passTier: 2,
    opens: 48,
    snapshot: 24,
  },
  {
    style_code: 'MRN-0007-210',
    slug: 'marrow-tideline-runner-sage',
    title: 'Marrow Tideline Runner "Sage"',
    minKarma: 0n,
    opens: -2,
    snapshot: null,
  },
  {
    style_code: 'MRN-0031-600',
    slug: 'marrow-slipway-high-brick',
    title: 'Marrow Slipway High "Brick"',
    minKarma: 0n,
    passTier: 1,
    opens: -3,
    snapshot: null,
  },
]

function soldAtCorner(styleCode: string) {
  const found = cornerCatalogue.find(({ style_code }) => style_code === styleCode)
  if (found) return found
  throw new Final({ code: 'internal', message: `The demo drops ${styleCode}, which Corner does not sell.` })
}

/**
 * The demo's drops, all sold by the simulated shop.
 * @param shopUrl its origin; it changes with the port
 */
export function demoDrops(
  shopUrl: string,
  now: Date,
): (Omit<NewDrop, 'sneaker_id' | 'store_id'> & { style_code: string })[] {
  const later = (hours: number) => new Date(now.getTime() + hours * HOUR)
  return drops.map(({ style_code, slug, title, minKarma, passTier = null, opens, snapshot }) => {
    const { path, price_minor, sizes } = soldAtCorner(style_code)
    return {
      id: seedId(`drop ${slug}`),
      style_code,
      slug,
      title,
      product_url: new URL(path, shopUrl).href,
      price_minor,
      currency: 'USD',
      sizes: sizes.map(({ size }) => size),
      opensAt: later(opens),
      minKarma,
      passTier,
      snapshotAt: snapshot === null ? null : later(snapshot),
    }
  })
}
