import { sizeOf } from '../checkout/size.ts'
import { attribute, type Tag, tagsIn } from './html.ts'
import { isHeard, type Looks, seenWords } from './looks.ts'
import { hasSign, isCalledThere, markOf } from './marks.ts'
import type { StockState } from './shape.ts'
import { stockWords } from './words.ts'

/** A control of a page that stands for one size. */
export type Entry = {
  tag: Tag
  /** Its label, where that is another tag. */
  label: Tag | undefined
  size: string
  says: string
  evidence: string
  isNamed: boolean
  kind: 'select' | 'radio' | 'press' | 'row'
}

/** What an entry's own box says: in marks and words that are shown, and in words for screen readers alone. */
export type Said = {
  shown: StockState | undefined
  heard: StockState | undefined
  /** A class says that it is there: of those without it, beside others that have it, it says the contrary. */
  isThere: boolean
}

const every = ({ source }: RegExp) => new RegExp(source, 'giu')
const STATED = [stockWords.out, stockWords.preorder, stockWords.in, stockWords.buy].map(every)

/** A label without what it says of stock: "10 (Pre-order)" is a size too. */
export function sizeIn(label: string): string | undefined {
  if (label === '' || label.length > 80) return undefined
  const plain = sizeOf(label)
  if (plain !== undefined || !/\d|[SML]\b/i.test(label)) return plain
  return sizeOf(STATED.reduce((text, words) => text.replace(words, ' '), label).trim())
}

/** What words say of stock; undefined when nothing. */
export function wordState(words: string): StockState | undefined {
  if (words === '') return undefined
  if (stockWords.out.test(words)) return 'out'
  if (stockWords.preorder.test(words)) return 'preorder'
  return stockWords.in.test(words) ? 'in' : undefined
}

/** The same of a row, whose button says by itself what can be done. */
export function rowState(words: string): StockState | undefined {
  return wordState(words) ?? (stockWords.buy.test(words) ? 'in' : undefined)
}

/** What can be pressed in a row. */
const inRow = ({ tag, kind }: Entry): Tag[] =>
  kind === 'row' ? tagsIn(tag).filter(({ name }) => name === 'button' || name === 'input') : []

const STOPS = /^(ul|ol|dl|select|form|fieldset|section|main|body|table|tbody|article|optgroup|#root)$/
const isGroup = (tag: Tag) => /^(radiogroup|group|listbox)$/.test(attribute(tag, 'role'))
const FAR = 4

/** How many sizes stand below each tag near an entry. */
export function sizesAround(entries: readonly Entry[]): ReadonlyMap<Tag, ReadonlySet<string>> {
  const around = new Map<Tag, Set<string>>()
  for (const { tag, size } of entries)
    for (let up: Tag | null = tag, far = 0; up && far <= FAR + 2; up = up.parent, far++) {
      const known = around.get(up)
      if (known) known.add(size)
      else around.set(up, new Set([size]))
    }
  return around
}

/** An entry's tag and those around it that hold this size and no other. */
function boxesOf(entry: Entry, around: ReadonlyMap<Tag, ReadonlySet<string>>, isMany: boolean): Tag[] {
  const boxes = [entry.tag]
  if (entry.label && entry.label !== entry.tag) boxes.push(entry.label)
  if (!isMany) return boxes
  for (let up = entry.tag.parent, far = 0; up && far < FAR; up = up.parent, far++) {
    if (STOPS.test(up.name) || isGroup(up) || (around.get(up)?.size ?? 0) > 1) break
    boxes.push(up)
  }
  return boxes
}

/** What stands below a tag for screen readers alone. */
function heardIn(tag: Tag, looks: Looks): string[] {
  return tag.children.flatMap((each): string[] => {
    if (typeof each === 'string') return []
    return isHeard(each) ? [seenWords(each, looks)] : heardIn(each, looks)
  })
}

const CALLED = [
  'aria-label',
  'title',
  'aria-description',
  'data-tooltip',
  'data-title',
  'data-original-title',
  'data-tip',
]

const calledBy = (tag: Tag) => CALLED.map((name) => attribute(tag, name)).join(' ')

/** "Sold out sizes:" over a list of its own, and nothing more. */
function isGoneTitle(words: string): boolean {
  if (words === '' || words.length > 40 || !stockWords.out.test(words)) return false
  const rest = [stockWords.out, stockWords.size].reduce((text, each) => text.replace(every(each), ' '), words)
  return rest.replace(/[^\p{L}\p{N}]+/gu, '') === ''
}

/** What the list around an entry is called: its own name, or the heading right before it. */
function groupState(box: Tag, looks: Looks): StockState | undefined {
  const list = box.parent
  if (!list) return undefined
  const siblings = list.parent?.children.filter((each) => typeof each !== 'string') ?? []
  const before = siblings[siblings.indexOf(list) - 1]
  const [head] = list.children.filter((each) => typeof each !== 'string')
  const titles = [before, head].filter(
    (each) => each && each !== box && /^(h[2-6]|legend|strong|p|b|span|div)$/.test(each.name),
  )
  const words = [
    attribute(list, 'label'),
    attribute(list, 'aria-label'),
    ...titles.map((each) => (each ? seenWords(each, looks, 40) : '')),
  ]
  return words.some(isGoneTitle) ? 'out' : undefined
}

/** The strictest of several words: what is said to be gone anywhere is gone. */
function strictest(states: readonly (StockState | undefined)[]): StockState | undefined {
  return (['out', 'preorder', 'in'] as const).find((state) => states.includes(state))
}

/**
 * What the page says right at an entry.
 * @param isMany the list names more sizes: then what is around this one is told from what is around them all
 */
export function saidAt(
  entry: Entry,
  { looks, around, isMany }: { looks: Looks; around: ReadonlyMap<Tag, ReadonlySet<string>>; isMany: boolean },
): Said {
  const boxes = boxesOf(entry, around, isMany)
  const marks = [...boxes, ...inRow(entry)].map((tag) => markOf(tag, looks))
  const called = boxes.map(calledBy).join(' ')
  const heard = new Set(boxes.flatMap((tag) => heardIn(tag, looks)).filter(Boolean))
  const outer = boxes.at(-1) ?? entry.tag
  const all = [entry.says, ...[outer, entry.label].map((tag) => (tag ? seenWords(tag, looks) : ''))]
  const seen = [...heard].reduce((text, each) => text.replaceAll(each, ' '), all.join(' ; '))
  const words = `${seen} ${called}`
  return {
    shown: strictest([
      ...marks,
      entry.kind === 'row' ? rowState(words) : wordState(words),
      groupState(outer, looks),
    ]),
    heard: wordState([...heard].join(' ')) ?? (boxes.some(hasSign) ? 'out' : undefined),
    isThere: boxes.some(isCalledThere),
  }
}
