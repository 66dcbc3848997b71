import { expect, test } from 'vitest'
import { readRobots } from './robots.ts'

const read = (text: string, path = '/products/x') => readRobots(text, { agent: 'SNPD', path }).verdict

test('an empty file, or one about other paths, allows', () => {
  expect(read('')).toBe('allowed')
  expect(read('User-agent: *\nDisallow: /cart\nDisallow: /checkout')).toBe('allowed')
})

test('the longest rule decides, allow wins a tie, wildcards and $ work', () => {
  expect(read('User-agent: *\nDisallow: /')).toBe('forbidden')
  expect(read('User-agent: *\nDisallow: /\nAllow: /products/')).toBe('allowed')
  expect(read('User-agent: *\nDisallow: /products\nAllow: /products')).toBe('allowed')
  expect(read('User-agent: *\nDisallow: /*x$')).toBe('forbidden')
  expect(read('User-agent: *\nDisallow: /*x$', '/products/xy')).toBe('allowed')
})

test('a group that names us is ours alone', () => {
  expect(read('User-agent: *\nDisallow: /\n\nUser-agent: snpd\nDisallow: /none')).toBe('allowed')
  expect(read('User-agent: other\nUser-agent: SNPD\nDisallow: /products')).toBe('forbidden')
})

test('the words about automated checkouts decide', () => {
  const shopify =
    '# Automated checkouts, "buy-for-me" agents that complete payment without a final human review are not permitted.'
  expect(read(shopify)).toBe('review-only')
  expect(read('# Bots must not place orders or complete checkout on this site.')).toBe('forbidden')
  expect(read('# We like robots. Orders are shipped daily.')).toBe('allowed')
})

test('a hostile file costs no time: many stars, endless lines, old line ends', () => {
  const stars = `User-agent: *\nDisallow: /${'*a'.repeat(40)}*!`
  expect(read(stars, `/${'a'.repeat(300)}`)).toBe('allowed')
  expect(read(`# bots ${'without '.repeat(200_000)}`)).toBe('allowed')
  expect(read('User-agent: *\rDisallow: /products')).toBe('forbidden')
  expect(read('User-agent: *\nDisallow: /*/x$\nDisallow: /*.json*?a=*&b', '/products/y.json?a=1&b')).toBe(
    'forbidden',
  )
  expect(read('User-agent: *\nDisallow: /products/x*x$')).toBe('allowed')
})

// As the software writes it since 2025: a frame and bullets around sentences that run over lines.
const framed = `# ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
# ┃  Robots & Agent policy                                           ┃
# ┣━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫
# ┃  Checkouts are for humans.                                       ┃
# ┃  * Automated scraping, "buy-for-me" agents, or any end-to-end    ┃
# ┃    flow that completes payment without a final human review step ┃
# ┃    is not                                                        ┃
# ┃    permitted.                                                    ┃
# ┃  * Legitimate integrators must use the official Checkout Kit.    ┃
# ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛`

const ask = (text: string) => readRobots(text, { agent: 'SNPD', path: '/p' })

test.each([
  [
    '# Checkouts are for humans.\n# Automated scraping, "buy-for-me" agents, or any end-to-end flow that completes\n# payment without a final review step is not permitted.',
    'review-only',
  ],
  [framed, 'review-only'],
  ['# Automated checkout requires a final human review.', 'review-only'],
  ['# Agents may fill carts; payment must be confirmed by a person.', 'review-only'],
  ['# Bots must not place orders here.', 'forbidden'],
  ['# Automated purchases are prohibited.', 'forbidden'],
  ['# We like robots that read our catalogue.', 'allowed'],
  ['# Sitemap for orders of magnitude', 'allowed'],
])('the policy %j is %s', (text, verdict) => {
  expect(ask(`${text}\nUser-agent: *\nDisallow: /checkout`).verdict).toBe(verdict)
})

test('Crawl-delay is read from the group that speaks to us', () => {
  expect(ask('User-agent: *\nCrawl-delay: 2\n').crawlDelayMs).toBe(2_000)
  expect(ask('User-agent: SNPD\nCrawl-delay: 0.5\n\nUser-agent: *\nCrawl-delay: 9').crawlDelayMs).toBe(500)
  expect(ask('User-agent: *\nDisallow:').crawlDelayMs).toBe(0)
})
