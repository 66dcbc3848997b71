import { afterAll, expect, test } from 'vitest'
import { testBrowser } from '../../test/support/browser.ts'
import { hearsWriting } from './hears.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

test.each([
  ['no script', '', false],
  ['a script that hears something else', '<script>s.onclick=()=>{}</script>', false],
  ['a script at the field', '<script>s.oninput=()=>{}</script>', true],
  ['a script at the form', "<script>f.addEventListener('input',()=>{})</script>", true],
  ['a script at the window', "<script>addEventListener('keyup',()=>{})</script>", true],
  ['a script once the field is left', "<script>document.addEventListener('change',()=>{})</script>", false],
  ['a shadow root', "<div id=d></div><script>d.attachShadow({mode:'open'})</script>", true],
])('whether the page is told of what is written: %s', async (_, html, isHeard) => {
  const page = await (await keeper.get()).newPage()
  await page.setContent(`<form id=f><input id=s data-snpd="1"></form>${html}`)
  for (const selector of ['[data-snpd="1"]', 'input'])
    expect(await hearsWriting(page, selector)).toBe(isHeard)
  expect(await hearsWriting(page, '[data-snpd="2"]')).toBe(true)
  await page.close()
})
