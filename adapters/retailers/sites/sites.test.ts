import { afterAll, describe, expect, test } from 'vitest'
import { testBrowser } from '../../../test/support/browser.ts'
import { findSimulator } from '../simulators.ts'
import { findSite, productUrl, siteAt, siteNames, sites } from '../sites.ts'
import { forget } from '../universal/memo.ts'
import { readControls } from '../universal/page.ts'
import { teach } from './teach.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

test('a product number leads to the page of a site; a kind of shop has no address of its own', () => {
  const addressOf = (name: string, sku: string) => {
    const site = findSite(name)
    return site && productUrl(site, sku)?.href
  }
  expect(addressOf('nike', '12345')).toBe('https://www.nike.com/w?q=12345')
  expect(addressOf('Adidas', 'GZ5551')).toBe('https://www.adidas.com/us/GZ5551.html')
  expect(addressOf('footlocker', 'a/b')).toBe('https://www.footlocker.com/product/~/a%2Fb.html')
  expect(addressOf('shopify', '1')).toBeUndefined()
})

test('a site is known by its origin, and by nothing that only looks like it', () => {
  expect(siteAt(new URL('https://www.nike.com/t/x/1'))?.name).toBe('nike')
  expect(siteAt(new URL('https://www.nike.com.evil.example/t/x/1'))).toBeUndefined()
  expect(siteAt(new URL('http://www.nike.com/t/x/1'))).toBeUndefined()
  expect(siteAt(new URL('http://127.0.0.1:4000/p'))).toBeUndefined()
})

test.each(siteNames())('%s has a simulator whose product is where its number leads', (name) => {
  const [site, simulator] = [findSite(name), findSimulator(name)]
  const path = site?.path.replace('{sku}', simulator?.goods.sku ?? '')
  expect(simulator?.entry).toBe(path)
})

describe('what is known of a page', () => {
  const control = async (html: string, meanings: Parameters<typeof teach>[1]) => {
    const page = await (await keeper.get()).newPage()
    await page.setContent(html)
    await teach(page, meanings)
    const read = async () => {
      forget(page)
      return (await readControls(page))[0]
    }
    return { page, read }
  }

  test('names elements that say nothing, and tells of what list they are', async () => {
    const { read } = await control(
      '<i class=tile data-us=10 style="display:block;width:20px;height:20px"></i>',
      [{ at: '.tile', nameFrom: 'data-us', group: 'Size' }],
    )
    expect(await read()).toMatchObject({ kind: 'button', name: '10', group: 'Size', disabled: false })
  })

  test('is kept up as the page changes: off comes and goes with its class', async () => {
    const { page, read } = await control('<button class=b>9</button>', [{ at: '.crossed', off: true }])
    const setClass = (value: string) =>
      page.evaluate((name) => document.querySelector('button')?.setAttribute('class', name), value)
    expect((await read())?.disabled).toBe(false)
    await setClass('b crossed')
    expect((await read())?.disabled).toBe(true)
    await setClass('b')
    expect((await read())?.disabled).toBe(false)
  })

  test('stands beside what the page says: its own attributes stay as they are', async () => {
    const { page } = await control('<input id=x aria-label=Town autocomplete=off>', [
      { at: '#x', name: 'City', autocomplete: 'address-level2' },
    ])
    const own = await page.locator('#x').evaluate((el) => [el.ariaLabel, el.getAttribute('autocomplete')])
    expect(own).toEqual(['Town', 'off'])
    expect((await readControls(page))[0]).toMatchObject({ name: 'City', autocomplete: 'address-level2' })
  })

  test.each(sites.map((site) => [site.name, site] as const))(
    'is written in selectors that browsers read: %s',
    async (_, site) => {
      const page = await (await keeper.get()).newPage()
      await page.setContent('<p>Nothing</p>')
      await expect(teach(page, site.meanings)).resolves.toBeUndefined()
      await page.close()
    },
  )
})
