import { sizeOf } from '../checkout/size.ts'
import { type Entry, rowState, sizeIn } from './entry.ts'
import { attribute, closest, type Tag, tagsIn, wordsIn } from './html.ts'
import { isHidden, seenWords } from './looks.ts'
import { hintsOf, type Page } from './page.ts'
import { stockWords } from './words.ts'

// What of a page stands for a size: options, radios, what can be pressed, rows that say so in words.

const isChrome = (tag: Tag) => /^(header|footer|nav)$/.test(tag.name)
const isGroup = (tag: Tag) =>
  tag.name === 'fieldset' || /^(radiogroup|group|listbox)$/.test(attribute(tag, 'role'))

/** The words around a control that say what it chooses: its label, its group's, its own name. */
function titleOf(tag: Tag, labels: Page['labels']): string {
  const label = labels.get(attribute(tag, 'id'))
  const box = closest(tag, (each) => each !== tag && isGroup(each))
  const legend = box?.children.find((child) => typeof child !== 'string' && child.name === 'legend')
  const around = [tag, box, tag.parent, tag.parent?.parent, tag.parent?.parent?.parent]
  const hints = around.flatMap((each) => (each && each.name !== 'body' ? hintsOf(each) : [])).join(' ')
  const said = legend && typeof legend !== 'string' ? wordsIn(legend) : ''
  return `${label && tag.name === 'select' ? wordsIn(label) : ''} ${said} ${hints}`
}

function fromSelects({ tags, labels, looks }: Page): Entry[] {
  const selects = tags.filter(({ name }) => name === 'select')
  return selects.flatMap((select) => {
    const title = titleOf(select, labels)
    const before = select.parent?.name === 'label' ? wordsIn(select.parent) : ''
    const says = `${title} ${before}`
    if (stockWords.quantity.test(says)) return []
    const isNamed = stockWords.size.test(says)
    return tagsIn(select).flatMap((option): Entry[] => {
      const words = option.name === 'option' ? wordsIn(option) || attribute(option, 'label') : ''
      const size = sizeIn(words)
      if (!size || isHidden(option, looks)) return []
      const evidence = `option "${words}"`
      return [{ tag: option, label: undefined, size, says: words, evidence, isNamed, kind: 'select' }]
    })
  })
}

function fromRadios({ tags, labels, looks }: Page): Entry[] {
  const radios = tags.filter(
    (tag) => tag.name === 'input' && /^(radio|checkbox)$/i.test(attribute(tag, 'type')),
  )
  return radios.flatMap((radio): Entry[] => {
    const label = closest(radio, ({ name }) => name === 'label') ?? labels.get(attribute(radio, 'id'))
    const words = label ? seenWords(label, looks) : ''
    const says = [words, attribute(radio, 'aria-label'), attribute(radio, 'value')].find((each) =>
      sizeIn(each),
    )
    const size = sizeIn(says ?? '')
    const title = titleOf(radio, labels)
    if (!says || !size || stockWords.quantity.test(title) || (label && isHidden(label, looks))) return []
    const isNamed = stockWords.size.test(title)
    // A list of filters ("sizes: 8, 9") is of boxes to tick too, and is a list of this product only where it says so.
    if (attribute(radio, 'type') === 'checkbox' && (!isNamed || /filter|facet/i.test(title))) return []
    const evidence = `radio "${words || says}"`
    return [{ tag: radio, label, size, says: words, evidence, isNamed, kind: 'radio' }]
  })
}

/** Says by itself that it can be pressed, or carries its own words as a value. */
function isHomemade(tag: Tag): boolean {
  if (tag.attributes.has('onclick') || /cursor:\s*pointer/.test(attribute(tag, 'style'))) return true
  const data = [...tag.attributes].filter(([name]) => name.startsWith('data-'))
  if (data.length === 0) return false
  const words = wordsIn(tag)
  return data.some(([, value]) => value === words)
}

/** Buttons, links, choices of a list; boxes of no such role only where they or their names say that they choose. */
function isPressed(tag: Tag): boolean {
  if (/^(button|a|s|del)$/.test(tag.name)) return true
  if (/^(option|radio|button|menuitemradio)$/.test(attribute(tag, 'role'))) return true
  if (tag.name.includes('-')) return /size|swatch|variant|option/i.test(`${tag.name} ${hintsOf(tag)}`)
  if (!/^(li|div|span|label)$/.test(tag.name)) return false
  return isHomemade(tag) || /\b(size|swatch|variant|pick|option)/i.test(hintsOf(tag))
}

const PAGES =
  /\b(pagination|pager|page link|carousel|slider?|slick|swiper|rating|stars?|reviews?|steps?|thumb\p{L}*|accordion|tabs?)\b/iu
const CARRIED =
  /^(data-(size|value|option-?value|variant-?(title|name|size)|label|attr(ibute)?-?value)|size|value|title)$/

/** What a pressed thing calls its size: its words, or where it has none what it carries. */
function calledOf(tag: Tag, words: string, isNamed: boolean): string | undefined {
  const called = attribute(tag, 'aria-label')
  const said = [words, called].find((each) => each.length <= 60 && sizeIn(each))
  if (said || !isNamed || words.length > 60) return said
  const carried = [...tag.attributes].filter(([name]) => CARRIED.test(name)).map(([, value]) => value)
  return carried.find((each) => sizeIn(each))
}

function fromPressed({ tags, labels, looks }: Page): Entry[] {
  return tags.flatMap((tag): Entry[] => {
    if (!isPressed(tag) || isHidden(tag, looks) || closest(tag, isChrome)) return []
    const words = seenWords(tag, looks, 120)
    if (words.length > 120) return []
    const title = titleOf(tag, labels)
    const isNamed = stockWords.size.test(title)
    const says = calledOf(tag, words, isNamed)
    const size = sizeIn(says ?? '')
    if (!says || !size || stockWords.quantity.test(title) || stockWords.chart.test(title)) return []
    if (!isNamed && PAGES.test(title)) return []
    return [
      {
        tag,
        label: undefined,
        size,
        says: `${words} ; ${says}`,
        evidence: `${tag.name} "${words || says}"`,
        isNamed,
        kind: 'press',
      },
    ]
  })
}

/** "US 10 – Sold out" in a row of a table or a list: a size, and in words whether it can be had. */
function fromRows({ tags, looks, labels }: Page): Entry[] {
  return tags.flatMap((tag): Entry[] => {
    if (!/^(tr|li|dt|p)$/.test(tag.name) || closest(tag, isChrome)) return []
    const next = tag.name === 'dt' ? nextOf(tag) : undefined
    const words = `${seenWords(tag, looks, 60)} ${next ? seenWords(next, looks, 60) : ''}`.trim()
    if (words.length > 60 || words.length < 3 || sizeOf(words.replace(/\p{L}{3,}.*$/u, '')) === undefined)
      return []
    const size = sizeIn(words)
    const title = titleOf(tag, labels)
    if (!size || rowState(words) === undefined || stockWords.chart.test(title)) return []
    return [
      {
        tag,
        label: next,
        size,
        says: words,
        evidence: `${tag.name} "${words}"`,
        isNamed: false,
        kind: 'row',
      },
    ]
  })
}

function nextOf(tag: Tag): Tag | undefined {
  const siblings = tag.parent?.children.filter((each) => typeof each !== 'string') ?? []
  return siblings[siblings.indexOf(tag) + 1]
}

/** Everything on the page that stands for a size of its own product, in the order of the page. */
export function entriesOf(page: Page): Entry[] {
  const all = [...fromSelects(page), ...fromRadios(page), ...fromPressed(page), ...fromRows(page)]
  return all.filter(({ tag }) => !page.isOther(tag))
}
