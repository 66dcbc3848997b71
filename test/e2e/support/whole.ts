import type { Page } from '@playwright/test'

/**
 * What Next streamed is where it belongs, and what one can press has woken.
 * Until a script moves it, a part that came later stands hidden at the end of the page; when the page has drawn that part by
 * itself meanwhile, the same words are there twice. And a press on what React has not taken over yet may be lost.
 */
function isWhole(): boolean {
  if (document.querySelector('[hidden][id^="S:"]')) return false
  if (!('__next_f' in window)) return true
  const pressable = document.querySelectorAll('main button, main input, main select, main textarea')
  return [...pressable].every((each) => Object.keys(each).some((key) => key.startsWith('__reactProps')))
}

/** The page's loads end when it is whole: not earlier than a person could read it and act. */
export function whole(page: Page): void {
  const { goto, reload, waitForURL } = page
  const settle = () => page.waitForFunction(isWhole)
  page.goto = async (...given) => {
    const response = await goto.apply(page, given)
    await settle()
    return response
  }
  page.reload = async (...given) => {
    const response = await reload.apply(page, given)
    await settle()
    return response
  }
  page.waitForURL = async (...given) => {
    await waitForURL.apply(page, given)
    await settle()
  }
}
