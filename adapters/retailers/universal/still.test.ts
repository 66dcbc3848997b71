import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../../test/support/browser.ts'
import { readStill, readUntil } from './page.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

async function pageOf(html: string) {
  const page = await (await keeper.get()).newPage()
  await page.setContent(html)
  return page
}

test.each([
  ['no script', '<p>Pair</p><script type="application/ld+json">{"setTimeout": 1}</script>', true],
  ['a script that does all at once', '<b id=a>+</b><script>a.onclick=()=>{a.textContent="-"}</script>', true],
  ['a handler that does all at once', '<b onclick="this.hidden=true">+</b>', true],
  ['a timer', '<script>setTimeout(()=>{document.title="x"},9e5)</script>', false],
  ['a handler that asks the shop', '<b onclick="fetch(1)">+</b>', false],
  ['a name put together', '<script>window["set"+"Timeout"](()=>{},9e5)</script>', false],
  ['a frame', '<iframe></iframe>', false],
  ['a page that turns itself', '<meta http-equiv=refresh content=9000>', false],
])('whether a page can change by itself: %s', async (_, html, isStill) => {
  const page = await pageOf(html)
  expect(await readStill(page)).toBe(isStill)
  await page.close()
})

test('what a script has begun goes on when the script has gone', async () => {
  const page = await pageOf('<p>till</p><script>setTimeout(()=>{},9e5)</script>')
  expect(await readStill(page)).toBe(false)
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Please wait …</p>'
  })
  expect(await readStill(page)).toBe(false)
  await page.close()
})

test('a page on which nothing happens is not waited for; one that changes is read when it does', async () => {
  const reads: (string | null)[] = []
  const read = (page: Awaited<ReturnType<typeof pageOf>>) => async () => {
    const said = await page.textContent('p')
    reads.push(said)
    return said
  }
  const wanted = (said: string | null) => said === 'done'
  const still = await pageOf('<p>Pair</p>')
  await readUntil(still, { read: read(still), wanted, ms: 60_000 })
  expect(reads.splice(0)).toEqual(['Pair'])
  await still.close()
  const late = await pageOf('<p id=p>wait</p><script>setTimeout(()=>{p.textContent="done"},400)</script>')
  expect(await readUntil(late, { read: read(late), wanted, ms: 60_000 })).toBe('done')
  await late.close()
})
