import type { NewRelease } from '../../db/releases/upsert.ts'
import { seedId } from './id.ts'
import { CORNER, demoStores } from './stores.ts'

const DAY_MS = 86_400_000

type DemoRelease = Pick<NewRelease, 'kind' | 'evidence'> & {
  style_code: string
  store: string | null
  /** Days from the first start, and the hour there if one was announced. */
  inDays: number
  time?: string
  /** Cents, USD. */
  price?: number
  cancelled?: boolean
}

const releases: DemoRelease[] = [
  {
    ...{ style_code: 'HLR-3300-072', store: 'peachtree-pairs', inDays: 2, kind: 'in-store', price: 14000 },
    evidence: 'the poster in the window',
  },
  {
    ...{ style_code: 'OKT-702-001', store: 'second-lace-chicago', inDays: 4, time: '10:00', kind: 'raffle' },
    ...{ price: 12000, evidence: "the shop's newsletter" },
  },
  {
    ...{ style_code: 'HLR-2210-004', store: 'bayou-court', inDays: 5, time: '09:00', kind: 'in-store' },
    ...{ price: 17500, evidence: 'the shop, on the phone', cancelled: true },
  },
  {
    ...{ style_code: 'OKT-611-330', store: CORNER, inDays: 9, time: '11:00', kind: 'online', price: 13500 },
    evidence: "the shop's page",
  },
  {
    ...{ style_code: 'OKT-500-012', store: 'alameda-sole-la', inDays: 12, kind: 'in-store', price: 11000 },
    evidence: 'a clerk',
  },
  {
    ...{ style_code: 'MRN-0007-210', store: null, inDays: 20, kind: 'online' },
    evidence: "Marrow's own calendar",
  },
]

type SeedRelease = Omit<NewRelease, 'sneaker_id' | 'store_id'> & { style_code: string; store: string | null }

/** What the demo's shops announced, on days counted from the first start. */
export function demoReleases(now: Date): SeedRelease[] {
  return releases.map(({ inDays, time, price, ...release }) => ({
    ...release,
    id: seedId(`release ${release.style_code} ${release.store}`),
    on: {
      day: new Date(now.getTime() + inDays * DAY_MS).toISOString().slice(0, 10),
      ...(time === undefined ? {} : { time }),
    },
    zone: demoStores.find(({ slug }) => slug === release.store)?.time_zone ?? 'UTC',
    url: null,
    price: price === undefined ? null : { minor: price, currency: 'USD' },
  }))
}
