import type { CDPSession, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../test/support/browser.ts'
import { castPage, type Sight } from './cast.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

/** The page as it is, but the browser loses the first picture that it was asked for. */
async function losingOne(page: Page): Promise<{ page: Page; asked: string[] }> {
  const real = await page.context().newCDPSession(page)
  const asked: string[] = []
  const send = async (method: string, params?: object) => {
    asked.push(method)
    if (method === 'Page.startScreencast' && asked.length === 1) return
    return await real.send(method as 'Page.startScreencast', params)
  }
  const session = { on: real.on.bind(real), detach: () => real.detach(), send } as unknown as CDPSession
  const context = () => ({ newCDPSession: async () => session })
  return { page: { context } as unknown as Page, asked }
}

test('a first picture that the browser lost is asked for again, since a page at rest draws no other', async () => {
  const context = await (await keeper.get()).newContext({ viewport: { width: 400, height: 300 } })
  const still = await context.newPage()
  await still.setContent('<h1>Nothing moves here</h1>')
  const { page, asked } = await losingOne(still)
  const sights: Sight[] = []
  const cast = await castPage(page, (sight) => sights.push(sight))
  await expect.poll(() => sights.length).toBeGreaterThan(0)
  expect(sights[0]).toMatchObject({ width: 400, height: 300 })
  expect(asked.slice(0, 3)).toEqual(['Page.startScreencast', 'Page.stopScreencast', 'Page.startScreencast'])
  await cast.stop()
  await context.close()
})

test('however late pictures are seen, the last one is of the page as it is', async () => {
  const context = await (await keeper.get()).newContext({ viewport: { width: 400, height: 300 } })
  const page = await context.newPage()
  await page.setContent('<h1>0</h1>')
  const sights: Sight[] = []
  const cast = await castPage(page, (sight) => sights.push(sight))
  for (const width of [410, 420, 430]) {
    let seen = sights.length
    for (let turn = 0; turn < 6; turn++) {
      await page.setContent(`<h1>${width} ${turn}</h1>`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    // By now the browser waits for us, and draws this for nobody.
    await page.setViewportSize({ width, height: 300 })
    await expect
      .poll(
        () => {
          for (; seen < sights.length; seen++) cast.seen()
          return sights.at(-1)?.width
        },
        { timeout: 60_000 },
      )
      .toBe(width)
  }
  await cast.stop()
  await context.close()
})

test('what is seen after the end begins nothing again', async () => {
  const context = await (await keeper.get()).newContext({ viewport: { width: 400, height: 300 } })
  const still = await context.newPage()
  await still.setContent('<h1>0</h1>')
  const { page, asked } = await losingOne(still)
  const sights: Sight[] = []
  const cast = await castPage(page, (sight) => sights.push(sight))
  await expect
    .poll(async () => {
      await still.setContent(`<h1>${sights.length}</h1>`)
      return sights.length
    })
    .toBeGreaterThan(1)
  await cast.stop()
  const before = asked.length
  for (const _ of sights) cast.seen()
  expect(asked.slice(before)).toEqual([])
  await context.close()
})
