import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../../test/support/browser.ts'
import { forget, remember } from './memo.ts'
import { act, locate, readControls } from './page.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

test('what was read of a page is not read again at once, and is after anything that was done to it', async () => {
  const page = await (await keeper.get()).newPage()
  await page.setContent('<input id=a><button>Go</button>')
  let reads = 0
  const look = () => remember(page, 'look', async () => ++reads)
  expect([await look(), await look()]).toEqual([1, 1])
  forget(page)
  expect(await look()).toBe(2)
  const [field] = await readControls(page)
  if (field) await locate(page, field).fill('x')
  expect(await look()).toBe(3)
  await act(page, () => page.click('button'))
  expect(await look()).toBe(4)
  await act(page, () => page.goto('about:blank'))
  expect(await look()).toBe(5)
  await page.close()
})

test('a page and its main frame are one; a reading that failed is none', async () => {
  const page = await (await keeper.get()).newPage()
  expect(await remember(page, 'look', async () => 1)).toBe(1)
  expect(await remember(page.mainFrame(), 'look', async () => 2)).toBe(1)
  await expect(remember(page, 'other', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await remember(page, 'other', async () => 3)).toBe(3)
  await page.close()
})
