import type { Page } from 'playwright-core'

/** What a form's controls do not say of themselves. */
export type Extras = {
  /** The words over a group of choices, or beside a field that has no label. */
  heading: string
  /** Kept out of people's way: who fills it in is no person. */
  trap: boolean
  /** Its looks say that it is the chosen one. */
  marked: boolean
  pattern: string
}

/** Runs in the page, as text: it uses nothing but the DOM. */
function collectExtras(): Record<string, Extras> {
  const FIELDS =
    'input:not([type=hidden]),select,textarea,[role=radio],[role=checkbox],[role=listbox],[role=combobox]'
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const groupOf = (el: Element): Element[] => {
    const name = el.matches('[type=radio],[type=checkbox]') ? el.getAttribute('name') : null
    const root = el.closest('form') ?? document
    return name ? Array.from(root.querySelectorAll(`[name="${CSS.escape(name)}"]`)) : [el]
  }
  const wordsAround = (box: Element, group: Element[]): string => {
    const copy = box.cloneNode(true) as Element
    for (const label of copy.querySelectorAll('label')) if (label.querySelector('input')) label.remove()
    const ids = group.map(({ id }) => id).filter(Boolean)
    for (const label of copy.querySelectorAll('label'))
      if (group.length > 1 && ids.includes(label.htmlFor)) label.remove()
    for (const part of copy.querySelectorAll(`${FIELDS},button,option,[role=option],script,style`))
      part.remove()
    return plain(copy.textContent)
  }
  const headingOf = (el: Element): string => {
    const group = groupOf(el)
    let box = el.parentElement
    while (box && !group.every((each) => box?.contains(each))) box = box.parentElement
    for (let up = 0; box && up < 4 && !box.matches('form,body,main'); up++) {
      if (Array.from(box.querySelectorAll(FIELDS)).some((each) => !group.includes(each))) break
      const inside = wordsAround(box, group)
      if (inside) return inside.slice(0, 200)
      const before = box.previousElementSibling
      if (before && !before.querySelector(FIELDS) && plain(before.textContent))
        return plain(before.textContent).slice(0, 200)
      box = box.parentElement
    }
    return ''
  }
  const isTrap = (el: Element): boolean => {
    if (!el.matches('input:not([type=radio],[type=checkbox],[type=submit],[type=button]),textarea'))
      return false
    if (el.closest('[aria-hidden=true]') || (el as HTMLElement).tabIndex < 0) return true
    for (let up: Element | null = el; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up)
      const box = up.getBoundingClientRect()
      const isClipped = style.overflow !== 'visible' && (box.height < 3 || box.width < 3)
      if (
        Number(style.opacity) < 0.05 ||
        isClipped ||
        /inset\((50|100)%|rect\(0/.test(`${style.clipPath}${style.clip}`)
      )
        return true
    }
    return false
  }
  const isMarked = (el: Element): boolean => {
    const own = [
      ...el.classList,
      ...(el.parentElement?.matches('label,li') ? el.parentElement.classList : []),
    ]
    return own.some((name) => /^(is-|has-)?(selected|active|chosen|checked|current|picked|on)$/i.test(name))
  }
  const found = Array.from(document.querySelectorAll('[data-snpd]'), (el) => [
    el.getAttribute('data-snpd') ?? '',
    {
      heading: headingOf(el),
      trap: isTrap(el),
      marked: isMarked(el),
      pattern: el.getAttribute('pattern') ?? '',
    },
  ])
  return Object.fromEntries(found)
}

/** By the number of each control that was just read. */
export function readExtras(page: Page): Promise<Record<string, Extras>> {
  return page.evaluate(collectExtras)
}
