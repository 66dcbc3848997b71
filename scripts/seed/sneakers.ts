import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import type { Sneaker } from '../../core/restock/shape.ts'
import { seedId } from './id.ts'

/** Pairs that the simulated shop does not sell. Brands and models are invented, here as there. */
const elsewhere = [
  {
    style_code: 'HLR-3300-072',
    brand: 'Halyard',
    name: 'Mainsail 2',
    colorway: 'Sand / Rust',
    price_minor: 14000,
  },
  {
    style_code: 'OKT-702-001',
    brand: 'Okta',
    name: 'Nightbus',
    colorway: 'Triple Black',
    price_minor: 12000,
  },
]

/** Everything the demo's members can report. */
export const demoSneakers: Sneaker[] = [...cornerCatalogue, ...elsewhere].map(
  ({ style_code, brand, name, colorway, price_minor }) => ({
    id: seedId(`sneaker ${style_code}`),
    style_code,
    brand,
    name,
    colorway,
    retail_minor: price_minor,
    currency: 'USD',
  }),
)
