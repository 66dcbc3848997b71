import type { Site } from '../site.ts'

/** The shop that `npm start` opens, where the seed puts it: every page says what it means, nothing is told beforehand. */
export const corner: Site = {
  name: 'corner',
  origin: null,
  path: '/products/{sku}',
  policy: null,
  meanings: [],
}
