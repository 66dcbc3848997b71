import { sizeOf } from '../checkout/size.ts'
import { attribute, closest, type Tag, tagsIn, wordsIn } from './html.ts'
import type { StockState } from './shape.ts'
import { stockWords } from './words.ts'

/** One size as a page lists it. `listed`: it is there, and nothing beside it says whether it can be had. */
export type Listed = { size: string; label: string; state: StockState | 'listed'; evidence: string }
type Entry = Listed & { isNamed: boolean; list: Tag | string; kind: 'select' | 'radio' | 'press' }

const OFF = /^(is-|has-)?(disabled|sold-?out|unavailable|out-?of-?stock|is-out|out)$/i
const HINTS = ['class', 'id', 'name', 'aria-label', 'data-option-name', 'data-attribute_name', 'data-testid']

const isChrome = (tag: Tag) => /^(header|footer|nav)$/.test(tag.name)
const hintsOf = (tag: Tag) =>
  HINTS.map((name) => attribute(tag, name))
    .join(' ')
    .replace(/[_-]/g, ' ')

function isOff(tag: Tag): boolean {
  return (
    tag.attributes.has('disabled') ||
    attribute(tag, 'aria-disabled') === 'true' ||
    attribute(tag, 'class')
      .split(/\s+/)
      .some((name) => OFF.test(name)) ||
    closest(tag, ({ name }) => name === 's' || name === 'del') !== undefined ||
    /line-through/.test(attribute(tag, 'style')) ||
    tagsIn(tag).some(
      ({ name, parent }) => parent !== null && name === 's' && wordsIn(parent) === wordsIn(tag),
    )
  )
}

function stateOf(tags: readonly Tag[], label: string): Listed['state'] {
  if (stockWords.out.test(label) || tags.some(isOff)) return 'out'
  if (stockWords.preorder.test(label)) return 'preorder'
  return stockWords.in.test(label) ? 'in' : 'listed'
}

/** The words around a control that say what it chooses: its label, its group's, its own name. */
function titleOf(tag: Tag, labels: ReadonlyMap<string, Tag>): string {
  const label = labels.get(attribute(tag, 'id'))
  const box = closest(tag, (each) => each !== tag && isGroup(each))
  const legend = box?.children.find((child) => typeof child !== 'string' && child.name === 'legend')
  const around = [tag, box, tag.parent, tag.parent?.parent, tag.parent?.parent?.parent]
  const hints = around.flatMap((each) => (each ? hintsOf(each) : [])).join(' ')
  const said = legend && typeof legend !== 'string' ? wordsIn(legend) : ''
  return `${label && tag.name === 'select' ? wordsIn(label) : ''} ${said} ${hints}`
}

const isGroup = (tag: Tag) =>
  tag.name === 'fieldset' || /^(radiogroup|group|listbox)$/.test(attribute(tag, 'role'))

/** "10 (Pre-order)" is a size too. */
const sizeIn = (label: string) => sizeOf(label) ?? sizeOf(label.replace(stockWords.preorder, ' '))

type Page = { tags: readonly Tag[]; labels: ReadonlyMap<string, Tag> }

function fromSelects({ tags, labels }: Page): Entry[] {
  const selects = tags.filter(({ name }) => name === 'select')
  return selects.flatMap((select) => {
    const title = titleOf(select, labels)
    const before = select.parent?.name === 'label' ? wordsIn(select.parent) : ''
    const says = `${title} ${before}`
    if (stockWords.quantity.test(says)) return []
    return tagsIn(select).flatMap((option): Entry[] => {
      const label = option.name === 'option' ? wordsIn(option) : ''
      const size = sizeIn(label)
      if (!size) return []
      const state = stateOf([option, select], label)
      const isNamed = stockWords.size.test(says)
      return [{ size, label, state, evidence: `option "${label}"`, isNamed, list: select, kind: 'select' }]
    })
  })
}

function fromRadios({ tags, labels }: Page): Entry[] {
  const radios = tags.filter((tag) => tag.name === 'input' && attribute(tag, 'type') === 'radio')
  return radios.flatMap((radio): Entry[] => {
    const around = closest(radio, ({ name }) => name === 'label') ?? labels.get(attribute(radio, 'id'))
    const words = around ? wordsIn(around) : ''
    const label = [words, attribute(radio, 'aria-label'), attribute(radio, 'value')].find((each) =>
      sizeOf(each),
    )
    const size = sizeIn(label ?? '')
    const title = titleOf(radio, labels)
    if (!label || !size || stockWords.quantity.test(title)) return []
    const state = stateOf(around ? [radio, around] : [radio], words)
    const isNamed = stockWords.size.test(title)
    const list = attribute(radio, 'name')
    return [{ size, label, state, evidence: `radio "${words || label}"`, isNamed, list, kind: 'radio' }]
  })
}

/** Says by itself that it can be pressed, or carries its own words as a value. */
function isHomemade(tag: Tag): boolean {
  const words = wordsIn(tag)
  const carries = [...tag.attributes].some(([name, value]) => name.startsWith('data-') && value === words)
  return carries || tag.attributes.has('onclick') || /cursor:\s*pointer/.test(attribute(tag, 'style'))
}

/** Buttons, links, choices of a list; boxes of no such role only where they or their names say that they choose. */
function isPressed(tag: Tag): boolean {
  if (/^(button|a|s|del)$/.test(tag.name)) return true
  if (/^(option|radio|button|menuitemradio)$/.test(attribute(tag, 'role'))) return true
  if (!/^(li|div|span)$/.test(tag.name)) return false
  return isHomemade(tag) || /\b(size|swatch|variant|pick|option)/i.test(hintsOf(tag))
}

function fromPressed({ tags, labels }: Page): Entry[] {
  return tags.flatMap((tag): Entry[] => {
    if (!isPressed(tag) || closest(tag, isChrome)) return []
    const words = wordsIn(tag)
    const label = [words, attribute(tag, 'aria-label')].find((each) => each.length <= 60 && sizeIn(each))
    const size = sizeIn(label ?? '')
    const title = titleOf(tag, labels)
    if (!label || !size || stockWords.quantity.test(title) || stockWords.chart.test(title)) return []
    const state = stateOf([tag], `${words} ${attribute(tag, 'aria-label')} ${attribute(tag, 'title')}`)
    const list = tag.parent ?? tag
    const isNamed = stockWords.size.test(title)
    return [{ size, label, state, evidence: `${tag.name} "${label}"`, isNamed, list, kind: 'press' }]
  })
}

/** The likeliest list of sizes: one called so, then a select, then radios, then whatever stands in a row. */
function bestOf(entries: readonly Entry[]): Entry[] {
  const lists = [...Map.groupBy(entries, ({ list, kind }) => (kind === 'press' ? 'pressed' : list)).values()]
  const rank = (list: Entry[]) => {
    const kind = list[0]?.kind
    const likely = kind === 'select' ? 2 : kind === 'radio' ? 1 : 0
    return (list.some(({ isNamed }) => isNamed) ? 10 : 0) + likely
  }
  const [best = []] = lists
    .filter((list) => list.length > 1 || rank(list) >= 10)
    .toSorted((a, b) => rank(b) - rank(a))
  const named = best.filter(({ isNamed }) => isNamed)
  return named.length > 1 ? named : best
}

/** The sizes that a page lists for a person to choose from, each once. */
export function readPicker(root: Tag): Listed[] {
  const tags = tagsIn(root)
  const called = tags.filter(({ name, attributes }) => name === 'label' && attributes.has('for'))
  const page: Page = { tags, labels: new Map(called.map((label) => [attribute(label, 'for'), label])) }
  const best = bestOf([...fromSelects(page), ...fromRadios(page), ...fromPressed(page)])
  const bySize = Map.groupBy(best, ({ size }) => size)
  return [...bySize.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const sold = [first, ...more].find(({ state }) => state !== 'out') ?? first
    const { size, label, state, evidence } = sold
    return [{ size, label, state, evidence }]
  })
}
