import { attribute, type Tag, tagsIn, wordsIn } from './html.ts'
import { type Looks, looksOf } from './looks.ts'
import { stockWords } from './words.ts'

/** A page as stock readers look at it. */
export type Page = {
  root: Tag
  tags: readonly Tag[]
  looks: Looks
  /** By the id of what they are the label of. */
  labels: ReadonlyMap<string, Tag>
  /** What the page is called: its first heading. */
  title: string
  /** True within what shows other products, carts and menus. */
  isOther: (tag: Tag) => boolean
}

const HINTS = ['class', 'id', 'name', 'aria-label', 'data-option-name', 'data-attribute_name', 'data-testid']

/** What the names of a tag say of it, as words. */
export function hintsOf(tag: Tag): string {
  if (tag.attributes.size === 0) return ''
  return HINTS.map((name) => attribute(tag, name))
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
}

const OTHER =
  /\b(mini ?cart|cart ?drawer|drawer ?cart|quick ?(view|shop|add|buy)|mega ?menu|search (results|drawer|modal)|size ?(guide|chart)|(product|item|article) ?(card|tile|teaser|miniature)|card ?product|upsells?|cross ?sells?|related|recommend(ed|ations?)?|recently ?viewed|you ?may ?also|also ?like)\b/i
const BOX = /^(section|div|aside|ul|ol|li|article|dialog|template|table)$/

function ancestorsOf(tag: Tag | undefined): Set<Tag> {
  const found = new Set<Tag>()
  for (let up: Tag | null | undefined = tag; up; up = up.parent) found.add(up)
  return found
}

/** A heading over other products, and what stands below it. */
function below(heading: Tag, around: ReadonlySet<Tag>): Tag[] {
  for (let tag: Tag = heading, up = 0; up < 3; up++) {
    const { parent } = tag
    if (!parent) return []
    if (around.has(parent)) {
      const at = parent.children.indexOf(tag)
      return parent.children.slice(at).filter((each) => typeof each !== 'string')
    }
    tag = parent
  }
  return []
}

function othersIn(tags: readonly Tag[], first: Tag | undefined): Set<Tag> {
  const around = ancestorsOf(first)
  const others = new Set<Tag>()
  let isAfter = first === undefined
  for (const tag of tags) {
    if (tag === first) isAfter = true
    if (around.has(tag)) continue
    if (BOX.test(tag.name) && tag.attributes.size > 0 && OTHER.test(hintsOf(tag))) others.add(tag)
    const isHeading = /^h[2-6]$/.test(tag.name) || attribute(tag, 'role') === 'heading'
    if (!isAfter || !isHeading || tag === first) continue
    const words = wordsIn(tag)
    if (words.length <= 80 && stockWords.others.test(words))
      for (const each of [tag.parent, ...below(tag, around)]) if (each && !around.has(each)) others.add(each)
  }
  return others
}

/** The page's tags, and what of it is about other products. */
export function openPage(root: Tag): Page {
  const tags = tagsIn(root)
  const first = tags.find(({ name }) => name === 'h1')
  const others = othersIn(tags, first)
  const called = tags.filter(({ name, attributes }) => name === 'label' && attributes.has('for'))
  const isOther = (tag: Tag) => {
    if (others.size === 0) return false
    for (let up: Tag | null = tag; up; up = up.parent) if (others.has(up)) return true
    return false
  }
  return {
    ...{ root, tags, isOther },
    looks: looksOf(tags),
    labels: new Map(called.map((label) => [attribute(label, 'for'), label])),
    title: first ? wordsIn(first) : '',
  }
}
