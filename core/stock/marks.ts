import { attribute, closest, type Tag, tagsIn, wordsIn } from './html.ts'
import { classesOf, type Looks } from './looks.ts'
import { stateSaid } from './said.ts'
import type { StockState } from './shape.ts'

const OFF =
  /(^|-)(disabled?|sold-?out|soldout|unavailable|(not|non|un)-?available|out-?of-?stock|outofstock|oos|no-?stock|nostock|is-out|crossed(-?out)?|struck|strike(-?through)?|line-through|unselectable|not-allowed|gr[ea]yed(-?out)?|ausverkauft|agotad[oa]|epuise|esaurit[oa]|utsolgt|slutsald)(-|$)/
/** "hide-sold-out" is said of something else. */
const ABOUT =
  /^(hide|show|on|can|if|when|allow|no(?!-stock|-?available)|not(?!-available|-allowed)|js|enable|check|has-no|with)-/

/** "size--soldOut", "Size_soldOut__x3K": the words of a class, joined by "-". Variants ("disabled:opacity-50") say nothing. */
function wordsOfClass(name: string): string {
  if (/[:[\]()]/.test(name)) return ''
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_-]+/g, '-')
    .toLowerCase()
}

function isOffClass(name: string, { off }: Looks): boolean {
  const words = wordsOfClass(name)
  return (
    off.has(name) || words === 'out' || (OFF.test(words) && !ABOUT.test(words) && !words.endsWith('-false'))
  )
}

const OFF_STYLE = /cursor:\s*not-allowed|pointer-events:\s*none|opacity:\s*0?\.[0-4]/

/** A record of its own that an attribute carries: `data-variant='{"available":false}'`. */
function fieldsIn(value: string): [string, unknown][] | undefined {
  if (!value.startsWith('{') || value.length > 4_000) return undefined
  try {
    return Object.entries(JSON.parse(value) as object).filter(([, each]) => typeof each !== 'object')
  } catch {
    return undefined
  }
}

const isStruck = (tag: Tag) =>
  closest(tag, ({ name }) => name === 's' || name === 'del' || name === 'strike') !== undefined ||
  /line-through/.test(attribute(tag, 'style')) ||
  (tag.children.length < 9 &&
    tagsIn(tag).some(
      ({ name, parent }) => parent !== null && /^(s|del)$/.test(name) && wordsIn(parent) === wordsIn(tag),
    ))

/** What stands in a tag's own attributes about whether it can be had: `out`, `preorder`, `in`; undefined: nothing. */
export function markOf(tag: Tag, looks: Looks): StockState | undefined {
  const { attributes } = tag
  const isOff =
    attributes.has('disabled') ||
    attribute(tag, 'aria-disabled') === 'true' ||
    /^(true|disabled|1|)$/.test(attributes.get('data-disabled') ?? 'no') ||
    classesOf(tag).some((name) => isOffClass(name, looks)) ||
    OFF_STYLE.test(attribute(tag, 'style')) ||
    isStruck(tag)
  if (isOff) return 'out'
  const named = [...attributes].filter(([name]) =>
    /^data-|^(available|availability|in-?stock|sold-?out|stock)$/.test(name),
  )
  const said = stateSaid(
    named.flatMap(([name, value]): [string, unknown][] => fieldsIn(value) ?? [[name, value]]),
  )
  return said === 'unknown' ? undefined : said
}

const SIGN = /(^|-)(cross(ed)?|strike|slash|diagonal|sold-?out|unavailable|out-of-stock)(-|$)/

/** A sign within a choice, drawn or not, that is called after being gone. */
export function hasSign(tag: Tag): boolean {
  return tagsIn(tag).some(
    (each) => each !== tag && classesOf(each).some((name) => SIGN.test(wordsOfClass(name))),
  )
}

const HAD = /^((is|has)-)?(available|in-?stock|has-stock)$|(^|-)(is-available|in-stock|instock)$/

/** Called after being there. */
export function isCalledThere(tag: Tag): boolean {
  return classesOf(tag).some((name) => HAD.test(wordsOfClass(name)))
}
