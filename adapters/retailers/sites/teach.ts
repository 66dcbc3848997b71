import type { Page } from 'playwright-core'
import type { Meaning } from './site.ts'

/**
 * Runs in the page: writes what is known of its elements beside them, in attributes of our own, now and whenever the
 * page changes. What the page itself says of them stays as it is.
 */
function mark(meanings: readonly Meaning[]): void {
  const set = (el: Element, name: string, value: string | null | undefined) => {
    const text = value?.replace(/\s+/g, ' ').trim()
    if (text && el.getAttribute(`data-snpd-${name}`) !== text) el.setAttribute(`data-snpd-${name}`, text)
  }
  const tell = (el: Element, meaning: Meaning) => {
    set(el, 'name', meaning.nameFrom ? el.getAttribute(meaning.nameFrom) : meaning.name)
    set(el, 'group', meaning.group)
    set(el, 'autocomplete', meaning.autocomplete)
    if (meaning.off) set(el, 'off', 'yes')
    if (meaning.is !== 'launch') return set(el, 'is', meaning.is)
    const text = el.getAttribute('datetime') ?? el.textContent ?? ''
    set(el, 'launch', meaning.pattern ? new RegExp(meaning.pattern).exec(text)?.[1] : text)
  }
  const markAll = () => {
    const off = meanings.filter((meaning) => meaning.off).map(({ at }) => at)
    for (const el of document.querySelectorAll('[data-snpd-off]'))
      if (!el.matches(off.join(','))) el.removeAttribute('data-snpd-off')
    for (const meaning of meanings) for (const el of document.querySelectorAll(meaning.at)) tell(el, meaning)
  }
  const changes = { childList: true, subtree: true, characterData: true, attributes: true }
  const attributeFilter = ['class', 'disabled', 'aria-disabled', 'hidden']
  new MutationObserver(markAll).observe(document, { ...changes, attributeFilter })
  markAll()
}

/** Teaches a page, and every page that it goes on to, what a site's elements mean. */
export async function teach(page: Page, meanings: readonly Meaning[]): Promise<void> {
  if (meanings.length === 0) return
  await page.addInitScript(mark, meanings)
  // The page that is open already, after a restart or when it is given back.
  await page.evaluate(mark, meanings)
}
