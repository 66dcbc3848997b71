import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/engines/ports.ts'
import { type Child, startChild } from '../support/child.ts'
import { run } from '../support/cli.ts'
import { newShopper, shopperProfile } from '../support/shopper.ts'

/** Each run starts Node and a browser; some tests run several. */
const LONG_MS = 120_000
const PRODUCT = '/products/halyard-court-low-bone'
const children: Child[] = []

async function openCorner(fault: string) {
  const port = await freePort()
  const child = await startChild('adapters/retailers/corner/main.ts', {
    PORT: String(port),
    SHOP_FAULT: fault,
  })
  children.push(child)
  const origin = `http://127.0.0.1:${port}`
  const orders = async () => {
    const body = (await (await fetch(`${origin}/__orders`)).json()) as { numbers: string[] }
    return body.numbers
  }
  return { url: origin + PRODUCT, orders }
}

let shop: Awaited<ReturnType<typeof openCorner>>
beforeAll(async () => {
  shop = await openCorner('none')
})
afterAll(() => Promise.all(children.map((child) => child.stop())))

test(
  'auto orders one pair and prints one JSON object; the same again clicks nothing',
  async () => {
    const { buy, everything } = newShopper()
    const first = await buy(shop.url)
    expect([first.code, first.result]).toMatchObject([
      0,
      { outcome: 'ordered', kind: 'ordered', total: '169.00', total_minor: 16_900, currency: 'USD' },
    ])
    expect(await shop.orders()).toEqual([first.result.number])
    const second = await buy(shop.url)
    expect([second.code, second.result]).toMatchObject([
      0,
      { outcome: 'ordered', number: first.result.number },
    ])
    expect(await shop.orders()).toHaveLength(1)
    expect(everything()).not.toContain(shopperProfile.card.number)
  },
  LONG_MS,
)

test(
  'dry-run and review without a terminal order nothing, and say what it would cost',
  async () => {
    const before = await shop.orders()
    const { buy } = newShopper()
    const dry = await buy(shop.url, '--mode', 'dry-run')
    expect([dry.code, dry.result]).toMatchObject([0, { outcome: 'dry-run', total: '169.00' }])
    const review = await buy(shop.url, '--mode', 'review')
    expect([review.code, review.result]).toMatchObject([3, { outcome: 'handover', reason: 'review' }])
    const dear = await buy(shop.url, '--mode', 'auto', '--max-total', '168.99')
    expect([dear.code, dear.result]).toMatchObject([3, { outcome: 'handover', reason: 'price' }])
    expect(await shop.orders()).toEqual(before)
  },
  LONG_MS,
)

test(
  'a size that the shop does not have: not ordered, with the sizes that it has',
  async () => {
    const { code, result } = await newShopper().buy(shop.url, '--size', '15')
    expect([code, result]).toMatchObject([
      4,
      { outcome: 'not-ordered', detail: expect.stringContaining('9, 9.5') },
    ])
  },
  LONG_MS,
)

test(
  'killed while the shop takes the order: the next run finds it and does not click',
  async () => {
    const slow = await openCorner('slow-commit')
    const { start, buy } = newShopper()
    const command = start(slow.url)
    while ((await slow.orders()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await command.kill()
    const { code, result } = await buy(slow.url)
    expect([code, result]).toMatchObject([0, { outcome: 'ordered', number: (await slow.orders())[0] }])
    expect(await slow.orders()).toHaveLength(1)
  },
  LONG_MS,
)

test.each([
  [['--url', 'http://127.0.0.1:1/'], 'auto needs --profile'],
  [['--url', 'ftp://127.0.0.1/', '--max-total', '1'], 'no such file'],
  [['--site', 'nike'], 'either --url, or --site together with --sku'],
  [['--url', 'http://127.0.0.1:1/', '--max-total', 'lots'], 'an amount above zero'],
])('a wrong command line ends with 2 and says why: %j', async (args, why) => {
  const more = args.includes('--max-total') ? ['--profile', '/nowhere.json'] : []
  const { code, out } = await run('scripts/checkout.ts', [...args, ...more, '--mode', 'auto', '--json']).ended
  const { outcome, error } = JSON.parse(out) as { outcome: null; error: { message: string; fix: string } }
  expect([code, outcome]).toEqual([2, null])
  expect(`${error.message} ${error.fix}`).toContain(why)
})
