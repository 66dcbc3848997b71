// These functions run inside the shop's page: they are sent as text (see page.ts), so they use only each other and
// the DOM, and they read; the one thing they write is the attribute by which the worker finds an element again.
// What is known of a site beforehand stands in data-snpd-name, -group, -autocomplete, -off and -is (sites/teach.ts).

export type Choice = { value: string; label: string; disabled: boolean; selected: boolean }
export type Control = {
  /** Value of the data-snpd attribute. */
  id: number
  kind: 'field' | 'check' | 'radio' | 'select' | 'button' | 'link'
  type: string
  name: string
  /** The name attribute, id and placeholder, for shops without labels; of a list also the choice that is none. */
  hint: string
  autocomplete: string
  group: string
  value: string
  /** How many characters it takes; 0: no limit. */
  room: number
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
  /** Opens a list of choices that is not there before. */
  popup: boolean
  /** In a dialog that lies over the page. */
  dialog: boolean
  /** Number of what holds it beside others of its make: the rows of one home-made list; -1 when it stands alone. */
  list: number
}

/** Elements of the document and of every open shadow root in it, in order. */
export function deepAll(selector: string): Element[] {
  const found: Element[] = []
  const visit = (root: Document | ShadowRoot) => {
    for (const el of root.querySelectorAll('*')) {
      if (el.matches(selector)) found.push(el)
      if (el.shadowRoot) visit(el.shadowRoot)
    }
  }
  visit(document)
  return found
}

/** A line to write in that is kept out of people's way: who fills it in is no person. */
export function isTrap(el: Element): boolean {
  if (
    !el.matches('input:not([type=radio],[type=checkbox],[type=submit],[type=button],[type=image]),textarea')
  )
    return false
  if (el.closest('[aria-hidden=true]') && (el as HTMLElement).tabIndex < 0) return true
  for (let up: Element | null = el; up && up !== document.body; up = up.parentElement) {
    const { opacity, overflow } = getComputedStyle(up)
    const { width, height } = up.getBoundingClientRect()
    if (Number(opacity) < 0.05 || (overflow !== 'visible' && up !== el && (height < 3 || width < 3)))
      return true
  }
  return false
}

export function isSeen(el: Element): boolean {
  const box = el.getBoundingClientRect()
  // Drawers wait beside the page until they are called.
  const isBeside = box.right <= 0 || box.left >= innerWidth || box.bottom + scrollY <= 0
  return el.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1 && !isBeside
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

/** The words beside a field that no label belongs to: of the nearest box that holds no other field. */
export function besideOf(el: Element): string {
  const fields = 'input:not([type=hidden]),select,textarea'
  for (let box = el.parentElement, up = 0; box && up < 3; box = box.parentElement, up++) {
    if (box.querySelectorAll(fields).length > 1) break
    const words = wordsOf(box)
    if (words && words.length < 90) return words
  }
  const saidBy = (node: Node | null) =>
    node instanceof Element && (node.matches(fields) || node.querySelector(fields)) ? '' : node?.textContent
  const next = saidBy(el.nextSibling)?.trim() ?? ''
  const before = saidBy(el.previousSibling)?.trim() ?? ''
  const isBox = el.matches('[type=checkbox],[type=radio]')
  return ((isBox ? next : before) || '').replace(/\s+/g, ' ').slice(0, 90)
}

export function nameOf(el: Element): string {
  const ids = (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const labels = 'labels' in el ? Array.from((el as HTMLInputElement).labels ?? [], wordsOf).join(' ') : ''
  const isInput = el instanceof HTMLInputElement
  const own = isInput
    ? /submit|button|image/.test(el.type)
      ? el.value || el.alt
      : ''
    : el.matches('select,textarea')
      ? ''
      : // As it is laid out: parts that a style sheet puts apart are words of their own.
        // biome-ignore lint/performance/useDomNodeTextContent: the layout is what is asked for
        ((el as HTMLElement).innerText ?? wordsOf(el))
  const image = (el.matches('img') ? el : el.querySelector('img[alt]'))?.getAttribute('alt') ?? ''
  const all = [
    el.getAttribute('data-snpd-name') ?? '',
    labelled,
    el.getAttribute('aria-label') ?? '',
    labels,
    own,
    el.getAttribute('title') ?? '',
    image,
  ]
  const said = (all.find((text) => text.trim()) ?? '').replace(/\s+/g, ' ').trim()
  const isField = el.matches('input:not([type=submit],[type=button],[type=image]),select,textarea')
  return said || (isField ? besideOf(el) : '')
}

export function groupOf(el: Element): string {
  const told = el.getAttribute('data-snpd-group')
  if (told) return told
  const legend = el.closest('fieldset')?.querySelector('legend')?.textContent
  if (legend) return legend.trim()
  const group = el.closest('[role=radiogroup],[role=group],[role=listbox]')
  const labelled = group?.matches('[aria-label],[aria-labelledby]') ? nameOf(group).slice(0, 80) : ''
  const over = labelled === '' && el.matches('[type=radio],[role=radio]') ? headingOver(el) : ''
  return labelled || over || (group ? nameOf(group).slice(0, 80) : '')
}

/** The heading, or the few words, that stand over a list of choices. */
export function headingOver(el: Element): string {
  const choices = '[type=radio],[role=radio]'
  const heading = 'h1,h2,h3,h4,h5,h6,[role=heading],dt,th,strong'
  for (
    let box: Element | null = el, up = 0;
    box && up < 6 && box !== document.body;
    box = box.parentElement, up++
  )
    for (let over = box.previousElementSibling; over; over = over.previousElementSibling) {
      if (over.matches('form,table') || over.matches(choices) || over.querySelector(choices)) continue
      const said = over.matches(`${heading},p,span,div`) ? over : over.querySelector(heading)
      const words = said ? wordsOf(said) : ''
      const isLabel = said?.matches('label') || over.matches('label')
      if (words !== '' && words.length < 60 && !isLabel) return words
    }
  return ''
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
  if (/^(radio|option|menuitemradio)$/.test(role)) return 'radio'
  if (role === 'checkbox' || role === 'switch') return 'check'
  const leads =
    el instanceof HTMLAnchorElement && !/^(#.*|javascript:.*)?$/i.test(el.getAttribute('href') ?? '')
  return leads && role !== 'button' ? 'link' : 'button'
}

/** A class of the element itself that says "off". Whole words only: "disabled:opacity-50" is how some style sheets style. */
export function isOff(el: Element): boolean {
  const off = /^(is-|has-)?(disabled|sold-?out|unavailable|out-?of-?stock|is-out|out)$/i
  const inLabel = el.parentElement?.tagName === 'LABEL' ? [...el.parentElement.classList] : []
  return (
    el.matches(':disabled,[data-snpd-off]') ||
    el.getAttribute('aria-disabled') === 'true' ||
    [...el.classList, ...inLabel].some((name) => off.test(name))
  )
}

/** "State *": what a list says before anything is chosen. */
export function promptOf(el: Element): string {
  const [first] = el instanceof HTMLSelectElement ? el.options : []
  return first && (first.value === '' || first.disabled) ? ` ${first.text.trim().slice(0, 40)}` : ''
}

/** Says that it is the chosen one: by its state, or by a class. Whole words only. */
export function isChosen(el: Element): boolean {
  const states = [
    'aria-checked',
    'aria-selected',
    'aria-pressed',
    'data-selected',
    'data-checked',
    'data-active',
  ]
  const on = /^(is-|has-)?(active|selected|checked|chosen|current)$|(--|__)(active|selected|checked|chosen)$/i
  return (
    (el as HTMLInputElement).checked === true ||
    states.some((name) => el.getAttribute(name) === 'true') ||
    /^(checked|on|active|selected)$/.test(el.getAttribute('data-state') ?? '') ||
    (!el.matches('a[href]:not([href^="#"]),input') && [...el.classList].some((name) => on.test(name)))
  )
}

/** In a layer that stays where it is while the page moves, and takes a good part of the window. */
export function isLaidOver(el: Element): boolean {
  for (let up: Element | null = el; up && up !== document.body; up = up.parentElement) {
    if (getComputedStyle(up).position !== 'fixed') continue
    const { width, height } = up.getBoundingClientRect()
    return width * height > innerWidth * innerHeight * 0.2
  }
  return false
}

export function describe(el: Element, id: number): Control {
  el.setAttribute('data-snpd', String(id))
  const input = el as HTMLInputElement
  const form = el.closest('form')
  const attribute = (name: string) => el.getAttribute(name) ?? ''
  const isPopup =
    attribute('role') === 'combobox' ||
    /^(true|listbox|menu|dialog)$/.test(attribute('aria-haspopup')) ||
    /^(list|both)$/.test(attribute('aria-autocomplete'))
  return {
    id,
    kind: kindOf(el),
    type: attribute('type'),
    name: nameOf(el),
    hint: `${attribute('name')} ${attribute('id')} ${attribute('placeholder')}${promptOf(el)}`,
    autocomplete: (attribute('data-snpd-autocomplete') || attribute('autocomplete')).toLowerCase(),
    group: groupOf(el),
    value: input.value || (isPopup ? wordsOf(el) : ''),
    room: Math.max(0, input.maxLength ?? 0),
    checked: isChosen(el),
    disabled: isOff(el) || (input.readOnly === true && !isPopup),
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
    popup: isPopup,
    dialog:
      el.closest('dialog,[role=dialog],[role=alertdialog],[aria-modal=true]') !== null || isLaidOver(el),
    list: -1,
  }
}

/** Without a role, but the pointer says that it can be pressed, and it says only a few words: home-made buttons. */
export function homemade(): Element[] {
  const made = deepAll('div,span,li,p,td,tr,img,b,i,strong,em')
  const own = 'a,button,label,select,option,[role],input,summary,textarea,[data-snpd-name]'
  const isPointed = (el: Element | null) => el !== null && getComputedStyle(el).cursor === 'pointer'
  return made.filter((el) => {
    const text = wordsOf(el) || (el instanceof HTMLImageElement ? el.alt : '')
    if (text === '' || text.length > 90 || el.closest(own) || el.querySelector(own) || !isPointed(el))
      return false
    // The outermost that is pointed at; where a whole list is, its entries.
    const above = el.parentElement
    return !isPointed(above) || wordsOf(above as Element).length > 90 || isListOfAlike(above as Element)
  })
}

/** Its children are of one make: entries of a list, not parts of a sentence. */
export function isListOfAlike(el: Element): boolean {
  const [first, ...more] = Array.from(el.children, (child) => `${child.tagName} ${child.classList[0] ?? ''}`)
  return (
    more.length > 0 && more.every((each) => each === first) && el.matches('div,ul,ol,tr,tbody,td,section')
  )
}

/** Numbers what stands beside others of its make, in the same box. */
export function numberLists(found: Element[], controls: Control[]): Control[] {
  const boxes = new Map<string, number[]>()
  const numbers = new Map<Element | null, number>()
  for (const [at, el] of found.entries()) {
    const box = el.parentElement?.matches('li,div:has(> :only-child)')
      ? el.parentElement.parentElement
      : el.parentElement
    if (!numbers.has(box)) numbers.set(box, numbers.size)
    const key = `${numbers.get(box)} ${el.tagName} ${el.classList[0] ?? ''}`
    boxes.set(key, [...(boxes.get(key) ?? []), at])
  }
  const lists = [...boxes.values()].filter((members) => members.length > 1)
  for (const [list, members] of lists.entries())
    for (const at of members) {
      const control = controls[at]
      if (control) control.list = list
    }
  return controls
}

/** Everything a person could use on this page right now. */
export function collectControls(): Control[] {
  const roles = ['button', 'radio', 'option', 'checkbox', 'switch', 'menuitemradio', 'combobox']
  const selector = `input:not([type=hidden]),select,textarea,button,a[href],[data-snpd-name],${roles.map((role) => `[role=${role}]`).join(',')}`
  // What has gone out of sight since would share a number with what came.
  for (const el of deepAll('[data-snpd]')) el.removeAttribute('data-snpd')
  const found = [...deepAll(selector), ...homemade()].filter(
    (el) => !isTrap(el) && (isSeen(el) || Array.from((el as HTMLInputElement).labels ?? []).some(isSeen)),
  )
  return numberLists(found, found.map(describe))
}
