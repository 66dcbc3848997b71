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
