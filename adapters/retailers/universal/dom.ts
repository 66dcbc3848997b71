// These functions run inside the shop's page: they are sent as text (see page.ts), so they use only each other and
// the DOM, and they read; the one thing they write is the attribute by which the worker finds an element again.

export type Choice = { value: string; label: string; disabled: boolean; selected: boolean }
export type Control = {
  /** Value of the data-snpd attribute. */
  id: number
  kind: 'field' | 'check' | 'radio' | 'select' | 'button' | 'link'
  type: string
  name: string
  /** The name attribute, id and placeholder, for shops without labels. */
  hint: string
  autocomplete: string
  group: string
  value: string
  checked: boolean
  disabled: boolean
  required: boolean
  /** Number of its form on the page; -1 when in none. */
  form: number
  choices: Choice[]
  href: string
  /** Inside header, footer or nav: about the site, not about the purchase. */
  chrome: boolean
  struck: boolean
}

export function isSeen(el: Element): boolean {
  const box = el.getBoundingClientRect()
  return el.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
}

/** Words of an element without those of nested controls, scripts and styles. */
export function wordsOf(el: Element): string {
  const copy = el.cloneNode(true) as Element
  for (const part of copy.querySelectorAll('select,option,script,style,template,textarea')) part.remove()
  // Cells and lines are apart on the screen without a space between them in the source.
  for (const part of copy.querySelectorAll('td,th,li,p,div,dt,dd,br,h1,h2,h3,h4,article,section'))
    part.after(' ')
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

export function nameOf(el: Element): string {
  const ids = (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const labels = 'labels' in el ? Array.from((el as HTMLInputElement).labels ?? [], wordsOf).join(' ') : ''
  const isInput = el instanceof HTMLInputElement
  const own = isInput
    ? /submit|button/.test(el.type)
      ? el.value
      : ''
    : el.matches('select,textarea')
      ? ''
      : wordsOf(el)
  const image = el.querySelector('img[alt]')?.getAttribute('alt') ?? ''
  const all = [
    labelled,
    el.getAttribute('aria-label') ?? '',
    labels,
    own,
    el.getAttribute('title') ?? '',
    image,
  ]
  return (all.find((text) => text.trim()) ?? '').replace(/\s+/g, ' ').trim()
}

export function groupOf(el: Element): string {
  const legend = el.closest('fieldset')?.querySelector('legend')?.textContent
  if (legend) return legend.trim()
  const group = el.closest('[role=radiogroup],[role=group],[role=listbox]')
  return group ? nameOf(group).slice(0, 80) : ''
}

export function kindOf(el: Element): Control['kind'] {
  if (el instanceof HTMLSelectElement) return 'select'
  const role = el.getAttribute('role') ?? ''
  if (el instanceof HTMLInputElement) {
    if (el.type === 'checkbox') return 'check'
    if (el.type === 'radio') return 'radio'
    return /submit|button|image/.test(el.type) ? 'button' : 'field'
  }
  if (el instanceof HTMLTextAreaElement) return 'field'
  if (role === 'radio' || role === 'option') return 'radio'
  return el instanceof HTMLAnchorElement && role !== 'button' ? 'link' : 'button'
}

export function isOff(el: Element): boolean {
  const named = `${el.className} ${el.parentElement?.tagName === 'LABEL' ? el.parentElement.className : ''}`
  return (
    el.matches(':disabled') ||
    el.getAttribute('aria-disabled') === 'true' ||
    /\b(disabled|sold-?out|unavailable|out-of-stock|is-out)\b/i.test(named)
  )
}

export function describe(el: Element, id: number): Control {
  el.setAttribute('data-snpd', String(id))
  const input = el as HTMLInputElement
  const form = el.closest('form')
  const attribute = (name: string) => el.getAttribute(name) ?? ''
  return {
    id,
    kind: kindOf(el),
    type: attribute('type'),
    name: nameOf(el),
    hint: `${attribute('name')} ${attribute('id')} ${attribute('placeholder')}`,
    autocomplete: attribute('autocomplete').toLowerCase(),
    group: groupOf(el),
    value: input.value ?? '',
    checked:
      input.checked === true || attribute('aria-checked') === 'true' || attribute('aria-selected') === 'true',
    disabled: isOff(el),
    required: input.required === true || attribute('aria-required') === 'true',
    form: form ? Array.from(document.forms).indexOf(form) : -1,
    choices:
      el instanceof HTMLSelectElement
        ? Array.from(el.options, (option) => ({
            value: option.value,
            label: option.text.trim(),
            disabled: option.disabled,
            selected: option.selected,
          }))
        : [],
    href: el instanceof HTMLAnchorElement ? el.href : '',
    chrome: el.closest('header,footer,nav') !== null,
    struck: el.closest('s,del') !== null || getComputedStyle(el).textDecorationLine === 'line-through',
  }
}

/** Everything a person could use on this page right now. */
export function collectControls(): Control[] {
  const selector =
    'input:not([type=hidden]),select,textarea,button,a[href],[role=button],[role=radio],[role=option],[role=checkbox]'
  return Array.from(document.querySelectorAll(selector))
    .filter((el) => isSeen(el) || Array.from((el as HTMLInputElement).labels ?? []).some(isSeen))
    .map(describe)
}

export type Amount = { label: string; text: string }

/** The label of an amount: the words beside it in its row. */
export function labelOf(el: Element, amount: string): string {
  for (let row = el; row.parentElement && row !== document.body; row = row.parentElement) {
    const before = row.previousElementSibling?.textContent?.replace(/\s+/g, ' ').trim()
    if (before) return before.slice(0, 120)
    const words = wordsOf(row.parentElement)
    if (words !== amount && words.length < 160) return words.replace(amount, '').trim()
  }
  return ''
}

/** Every amount of money on the page with its label, in order. */
export function collectAmounts(): Amount[] {
  const money = /^(?:[A-Z]{3}\s?)?[$€£¥]?\s?\d[\d.,' ]*\s?(?:[$€£¥]|[A-Z]{3})?$/
  const inline = /^(.{2,60}?):?\s+((?:[A-Z]{3}\s?)?[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[€£]|free)$/i
  const seen: Amount[] = []
  for (const el of document.querySelectorAll('body *')) {
    if (el.matches('script,style,option,s,del') || el.children.length > 2 || !isSeen(el)) continue
    const words = wordsOf(el)
    if (!words || words.length > 90 || Array.from(el.children).some((child) => wordsOf(child) === words))
      continue
    const free = /^(free|gratis|kostenlos|gratuit)$/i.test(words)
    if ((money.test(words) && /[$€£¥]|[A-Z]{3}|[.,]\d\d$/.test(words)) || free)
      seen.push({ label: labelOf(el, words), text: words })
    else if (el.children.length === 0) {
      const [, label, text] = inline.exec(words) ?? []
      if (label && text) seen.push({ label, text })
    }
  }
  return seen
}

/** Texts of the smallest blocks that name the item together with a size or a quantity. */
export function blocksAbout(title: string): string[] {
  const about = (el: Element) => wordsOf(el).toLowerCase().includes(title.toLowerCase())
  const all = Array.from(document.querySelectorAll('main *, body *')).filter((el) => isSeen(el) && about(el))
  const smallest = all.filter((el) => !Array.from(el.children).some(about))
  return smallest.map((el) => {
    let block = el
    const full = (text: string) => /\b(size|us|qty|quantity)\b|[×x]\s?\d/i.test(text.replace(title, ''))
    for (let step = 0; step < 4 && block.parentElement && !full(wordsOf(block)); step++)
      block = block.parentElement
    const quantity = block.querySelector<HTMLInputElement>('input[type=number],input[name*=q i]')?.value
    return `${wordsOf(block)}${quantity ? ` Qty ${quantity}` : ''}`.slice(0, 400)
  })
}

export function jsonLdTexts(): string[] {
  return Array.from(
    document.querySelectorAll('script[type="application/ld+json"]'),
    (el) => el.textContent ?? '',
  )
}

/** Visible frames and boxes of well-known human checks, named. */
export function humanChecks(): string[] {
  const known = /captcha|turnstile|challenges\.cloudflare|arkoselabs|px-cloud|perimeterx|datadome/i
  return Array.from(document.querySelectorAll('iframe,[class*=captcha i],[id*=captcha i]'))
    .filter((el) => isSeen(el) && el.getBoundingClientRect().height > 20)
    .map((el) => `${el.getAttribute('src') ?? ''} ${el.className} ${el.id}`)
    .filter((text) => known.test(text))
}

export type OrderBlock = { text: string; time: string | null }

/** Innermost blocks that speak of one order. */
export function orderBlocks(pattern: string): OrderBlock[] {
  const number = new RegExp(pattern, 'gi')
  const numbersIn = (el: Element) => new Set(wordsOf(el).match(number) ?? []).size
  const blocks = Array.from(document.querySelectorAll('article,li,tr,section,main div,main,dl,table'))
  const single = blocks.filter(
    (el) => isSeen(el) && numbersIn(el) === 1 && /[$€£¥]|\d[.,]\d\d/.test(wordsOf(el)),
  )
  const outermost = single.filter((el) => !single.some((other) => other !== el && other.contains(el)))
  return outermost.map((el) => ({
    text: wordsOf(el),
    time: el.querySelector('time')?.getAttribute('datetime') ?? null,
  }))
}
