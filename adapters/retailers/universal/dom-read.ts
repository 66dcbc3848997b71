import type { Control } from './dom.ts'

// Like dom.ts: sent into the shop's page as text. What a page says, apart from what one can use on it.

// Not imported: an import would be written into the functions' text in some runners, and the page has none.
declare function deepAll(selector: string): Element[]
declare function isSeen(el: Element): boolean
declare function wordsOf(el: Element): string
declare function collectControls(): Control[]

export type Amount = { label: string; text: string }

/** The label of an amount: the words beside it in its row. */
export function labelOf(el: Element, amount: string): string {
  for (let row = el; row.parentElement && row !== document.body; row = row.parentElement) {
    // "Shipping" and "Flat rate" beneath it are two words, whatever lies between them in the source.
    const parts = Array.from(row.previousElementSibling?.childNodes ?? [], (each) => each.textContent ?? '')
    const before = parts.join(' ').replace(/\s+/g, ' ').trim()
    if (before) return before.slice(0, 120)
    const words = wordsOf(row.parentElement)
    if (words !== amount && words.length < 160) return words.replace(amount, '').trim()
  }
  return ''
}

/** Signs of money and the digits beside them, as pieces of patterns. */
export function moneyParts(): { sign: string; digits: string; free: string } {
  return {
    sign: '(?:(?:US|CA|AU|NZ|HK|C|A|R)?\\$|[€£¥￥₹₩₺₪₴₫円]|zł|Kč|kr\\.?|lei|Ft|TL|د\\.إ|ر\\.س)',
    digits: "\\d[\\d.,'’\\u00a0\\u202f\\u2009 ]*[-–—]?",
    free: 'free|gratis|kostenlos|kostenfrei|gratuit|offerte?|grátis|gratuito|bezpłatn\\p{L}*|za darmo|fri frakt|ilmainen|zdarma|ücretsiz|مجاني|無料',
  }
}

/** Without what stands behind an amount about taxes, or as a sign that something does. */
export function withoutNotes(text: string): string {
  const notes =
    /\s*(?:[*†¹]+|[(（]\s*(?:税込|incl|inkl|inc\b|TTC|IVA|con IVA|btw|VAT)[^()（）]{0,24}[)）]|税込み?|TTC|(?:incl?|inkl?)\.? (?:\S{1,5}% )?(?:VAT|GST|MwSt|USt|BTW|IVA|moms|tax)\.?|IVA (?:incluido|inclusa|inclusa|incluído))\s*$/i
  return text.replace(notes, '').replace(notes, '')
}

export function isMoney(said: string): boolean {
  const text = withoutNotes(said)
  const { sign, digits, free } = moneyParts()
  if (new RegExp(`^(${free})$`, 'iu').test(text)) return true
  const money = new RegExp(`^(?:[A-Z]{3}\\s?)?${sign}?\\s?${digits}\\s?(?:${sign}|[A-Z]{3})?$`)
  return money.test(text) && new RegExp(`${sign}|[A-Z]{3}|[.,]\\d\\d$`).test(text)
}

/** The amount that an element states, with its label; undefined when it states none, or one inside it does. */
export function amountIn(el: Element): Amount | undefined {
  const words = wordsOf(el)
  if (!words || words.length > 90 || Array.from(el.children).some((child) => wordsOf(child) === words))
    return undefined
  if (isMoney(words)) return { label: labelOf(el, words), text: words }
  const nodes = Array.from(el.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE)
  const own = nodes
    .map((node) => node.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (el.children.length > 0 && isMoney(own)) return { label: words.replace(own, '').trim(), text: own }
  const { sign, digits, free } = moneyParts()
  const amount = `(?:[A-Z]{3}\\s?)?${sign}\\s?${digits}|${digits}\\s?(?:${sign}|[A-Z]{3})|${free}`
  const [, label, text] = new RegExp(`^(.{2,60}?)\\s*:?\\s+(${amount})$`, 'iu').exec(words) ?? []
  return el.children.length === 0 && label && text ? { label, text } : undefined
}

/** Crossed out, by its element or by a style: what it cost before. */
export function isStruck(el: Element): boolean {
  for (let up: Element | null = el, steps = 0; up && steps < 3; up = up.parentElement, steps++)
    if (getComputedStyle(up).textDecorationLine.includes('line-through')) return true
  return el.closest('s,del') !== null
}

/** Every amount of money on the page, or after an element, with its label, in order. */
export function collectAmounts(from?: Element): Amount[] {
  return deepAll('*').flatMap((el) => {
    if (from && !(from.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING)) return []
    if (el.matches('html,body,head *,script,style,option,s,del,button')) return []
    if (el.children.length > 3 || !isSeen(el) || isStruck(el)) return []
    return amountIn(el) ?? []
  })
}

/** About the site, not about the item: its bars, and a name that leads home. */
export function isOfSite(el: Element): boolean {
  const bar = el.closest('header,footer,nav')
  const home = el.closest('a[href]') ?? el.querySelector('a[href]')
  return (bar !== null && !bar.closest('main,article')) || home?.getAttribute('href') === '/'
}

/** The heading that names the item: as the page's own description does, else the first and greatest. */
export function headingOfItem(described: string): Element | undefined {
  const ranks = ['h1,[role=heading][aria-level="1"]', 'h2,h3,h4,h5,h6,[role=heading]']
  const all = ranks.map((rank) =>
    deepAll(rank).filter((el) => wordsOf(el) !== '' && isSeen(el) && !isOfSite(el)),
  )
  const known = plainly(described)
  const isKnown = (el: Element) => known !== '' && ` ${known} `.includes(` ${plainly(wordsOf(el))} `)
  return all.flat().find(isKnown) ?? all[0]?.[0] ?? (described === '' ? all[1]?.[0] : undefined)
}

/** What the page calls its item; empty when nothing on it says. */
export function titleOfItem(inMetadata: string): string {
  const described =
    inMetadata || document.querySelector('meta[property="og:title"]')?.getAttribute('content') || ''
  const heading = headingOfItem(described)
  return (heading ? wordsOf(heading) : described).slice(0, 200)
}

/** The first amount after the heading: what the page shows as its product's price. */
export function priceOfItem(inMetadata: string): string | null {
  const amounts = collectAmounts(headingOfItem(inMetadata))
  // "Free shipping over $50", "Save $20": about the price, and not it.
  const about =
    /shipping|delivery|\b(over|above|save|off|spend|coupon|instal\w*|per month|\d ?x)\b|versand|lieferung|sparen|livraison|économis|envío|ahorr|spedizione|verzend|送料/i
  const [first] = amounts.filter(({ label }) => !about.test(label))
  return (first ?? amounts[0])?.text ?? null
}

/** Letters and digits alone: shops write one title in several ways. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Texts of the smallest blocks that name the item together with a size or a quantity. */
export function blocksAbout(title: string): string[] {
  const sought = plainly(title)
  const about = (el: Element) => sought !== '' && ` ${plainly(wordsOf(el))} `.includes(` ${sought} `)
  const all = deepAll('*').filter((el) => !el.matches('html,body,head *') && isSeen(el) && about(el))
  const smallest = all.filter((el) => !Array.from(el.children).some(about))
  const plain =
    /(?<!\p{L})(size|us|eu|qty|quantity|größe|groesse|menge|anzahl|taille|quantité|talla|cantidad|taglia|quantità|maat|aantal|tamanho|quantidade|rozmiar|ilość|storlek|antal|størrelse|koko|velikost|beden)(?!\p{L})|[×x]\s?\d|サイズ|数量|المقاس|الكمية/iu
  const full = (text: string) => plain.test(text.replace(title, ''))
  return smallest.map((el) => {
    let block = el
    for (let step = 0; step < 4 && block.parentElement && !full(wordsOf(block)); step++)
      block = block.parentElement
    const named = ['qty', 'quant', 'menge', 'anzahl', 'cantidad', 'aantal', 'amount', 'count']
    const counts = named.map((name) => `input[name*=${name} i],select[name*=${name} i]`)
    const quantity = block.querySelector<HTMLInputElement>(
      `input[type=number],input[name=q i],select[name=q i],${counts.join(',')}`,
    )
    return `${wordsOf(block)}${quantity?.value ? ` Qty ${quantity.value}` : ''}`.slice(0, 400)
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
  return (
    Array.from(
      document.querySelectorAll(
        'iframe,[class*=captcha i],[id*=captcha i],input[name*=captcha i],[class*=turnstile i],[id*=turnstile i],[data-snpd-is=challenge]',
      ),
    )
      // The badge of a check that asks nobody anything.
      .filter((el) => !el.closest('.grecaptcha-badge'))
      .filter((el) => isSeen(el) && el.getBoundingClientRect().height > (el.matches('input') ? 8 : 20))
      .map(
        (el) =>
          `${el.getAttribute('src') ?? ''} ${el.className} ${el.id} ${el.getAttribute('name') ?? ''} ${el.hasAttribute('data-snpd-is') ? 'captcha' : ''}`,
      )
      .filter((text) => known.test(text))
  )
}

/** A waiting room by what is known of the site beforehand. */
export function isMarkedRoom(): boolean {
  return Array.from(document.querySelectorAll('[data-snpd-is=room]')).some(isSeen)
}

/** Instants that the page names in a way that machines can read, or that the site is known to hide them in. */
export function instants(): string[] {
  return deepAll('time[datetime],[data-snpd-launch]').map(
    (el) => el.getAttribute('data-snpd-launch') ?? el.getAttribute('datetime') ?? '',
  )
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

/** Ids of what can be pressed in whatever lies over the middle of an element; none when nothing does. */
export function coverOf(id: string): number[] {
  const target = deepAll(`[data-snpd="${id}"]`)[0]
  if (!target || !isSeen(target)) return []
  target.scrollIntoView({ block: 'center', inline: 'center' })
  const box = target.getBoundingClientRect()
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  const labels = [...((target as HTMLInputElement).labels ?? []), target.closest('label')]
  if (labels.some((label) => label?.contains(top))) return []
  if (!top || target.contains(top) || top.contains(target) || top.shadowRoot?.contains(target)) return []
  let cover = top
  while (cover.parentElement && !cover.parentElement.contains(target)) cover = cover.parentElement
  return [
    0,
    ...Array.from(cover.querySelectorAll('[data-snpd]'), (el) => Number(el.getAttribute('data-snpd'))),
  ]
}

/** Reads every box of small print to its end: some shops wake their terms only then. */
export function readToTheEnd(): number {
  const boxes = deepAll('div,section,article,ul,textarea,pre').filter(
    (el) =>
      /auto|scroll/.test(getComputedStyle(el).overflowY) &&
      el.scrollHeight > el.clientHeight + 8 &&
      isSeen(el),
  )
  for (const box of boxes) {
    box.scrollTop = box.scrollHeight
    box.dispatchEvent(new Event('scroll'))
  }
  return boxes.length
}

/** What a page marked up as microdata says of its offers: schema.org names and their values. */
export function microdata(): string[] {
  return deepAll('[itemscope][itemtype*="schema.org/Product"]').map((item) => {
    const value = (name: string) => {
      const el = item.querySelector(`[itemprop=${name}]`)
      return el?.getAttribute('content') ?? el?.getAttribute('href') ?? el?.textContent?.trim() ?? undefined
    }
    const offers = {
      '@type': 'Offer',
      price: value('price'),
      priceCurrency: value('priceCurrency'),
      availability: value('availability'),
    }
    return JSON.stringify({ '@type': 'Product', name: value('name'), offers: [offers] })
  })
}

/** Whether a script, or a handler, names anything that happens later than it is run; in doubt it does. */
export function actsLater(script: string): boolean {
  const later =
    /\b(set(Timeout|Interval|Immediate)|request\w*|queueMicrotask|fetch|XMLHttpRequest|ajax|axios|Promise|async|await|then|import|eval|Function|\w*Worker|WebSocket|EventSource|\w*Observer|\w*Channel|postMessage|(on)?message|sendBeacon|Image|script|iframe|write|(on)?(load|error)|DOMContentLoaded|\w*statechange|(on)?scroll\w*|(on)?resize|transition\w*|anim\w*|visibility\w*|online|storage|page(show|hide)|location|submit|reload|play)\b|\b(window|self|globalThis|document)\s*\[/
  return later.test(script)
}

/** A frame, a script of another file, or one that names what happens later; one that has asked for something is one too. */
export function isAlive(): boolean {
  const alive = 'iframe,frame,object,embed,script[src],meta[http-equiv=refresh i]'
  if (document.querySelector(alive)) return true
  const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  if (asked.some(({ initiatorType }) => /script|fetch|xmlhttprequest|beacon/.test(initiatorType))) return true
  const handlers = [
    'click',
    'change',
    'input',
    'keyup',
    'keydown',
    'blur',
    'focus',
    'submit',
    'load',
    'error',
  ]
  const scripts = Array.from(
    document.querySelectorAll('script:not([type$=json],[type*=template])'),
    (el) => el.textContent ?? '',
  )
  const inline = handlers.flatMap((name) =>
    Array.from(document.querySelectorAll(`[on${name}]`), (el) => el.getAttribute(`on${name}`) ?? ''),
  )
  return [...scripts, ...inline].some(actsLater)
}

/** Nothing on this page can change by itself: what scripts it has, or once had, do all that they do at once, and no frame is in it. */
export function isStill(): boolean {
  if (document.readyState === 'loading') return false
  // A script may go, with all around it, and what it has begun goes on.
  const root = document.documentElement
  if (isAlive()) root.setAttribute('data-snpd-alive', '')
  return !root.hasAttribute('data-snpd-alive')
}

/** Resolves once scripts have run that were about to, and what they changed is drawn; at once on a page that is still. */
export async function untilCalm(): Promise<void> {
  if (isStill()) return
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 200 }))
    // Nothing is drawn of a page that nobody sees.
    setTimeout(resolve, 250)
  })
}

/** All that the steps ask of most pages. */
export type Glance = {
  controls: Control[]
  text: string
  checks: string[]
  headings: string[]
  isRoom: boolean
}

/** One look at the page, once it is calm. */
export async function glance(): Promise<Glance> {
  await untilCalm()
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the shop says
  const text = document.body.innerText
  return {
    ...{ controls: collectControls(), text, checks: humanChecks(), headings: headings() },
    isRoom: isMarkedRoom(),
  }
}

/** Resolves when something in the document changes, or after so many milliseconds. */
export function untilChanged(ms: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => end())
    const timer = setTimeout(() => end(), Number(ms))
    const end = () => {
      observer.disconnect()
      clearTimeout(timer)
      resolve()
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** What tells one page of a checkout from another, as a person sees it. */
export function headings(): string[] {
  return deepAll('h1,h2,h3,legend')
    .filter(isSeen)
    .map((el) => wordsOf(el))
}

/** What a field that was numbered holds now; null when another element has taken its place. */
export function fieldState(id: string): { kept: string; isValid: boolean } | null {
  const field = deepAll(`[data-snpd="${id}"]`)[0] as HTMLInputElement | undefined
  return field ? { kept: field.value, isValid: field.validity?.valid ?? true } : null
}
