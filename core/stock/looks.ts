import { attribute, type Tag } from './html.ts'

/** What a page's own style sheets make of its classes, as far as it matters here. */
export type Looks = {
  /** Classes that strike out, or that cannot be pressed. */
  off: ReadonlySet<string>
  /** Classes that are not shown. */
  hidden: ReadonlySet<string>
}

const OFF = /line-through|not-allowed/
const HIDDEN = /display:\s*none|visibility:\s*hidden/
/** Longer sheets are read up to here. Characters. */
const MAX_CSS = 300_000
/** ".a", "li.a", "#list li.a": the class decides by itself, whatever stands around it. */
const ALONE = /^(?:[\w#*-]+\s+)*[a-z]*\.([\w-]+)$/i
const USUAL = ['hidden', 'd-none', 'hide', 'is-hidden', 'u-hidden', 'display-none', 'dn']

/** The classes by which a page's `<style>` strikes out or hides. Rules that depend on more than one class are left out. */
export function looksOf(tags: readonly Tag[]): Looks {
  const off = new Set<string>()
  const hidden = new Set<string>(USUAL)
  const css = tags
    .filter(({ name }) => name === 'style')
    .map(({ children }) => children.join(''))
    .join('\n')
    .slice(0, MAX_CSS)
  for (const [, selectors = '', rules = ''] of css.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g)) {
    const [isOff, isHidden] = [OFF.test(rules), HIDDEN.test(rules)]
    if (!isOff && !isHidden) continue
    for (const selector of selectors.split(',')) {
      const name = ALONE.exec(selector.trim())?.[1]
      if (name) (isHidden ? hidden : off).add(name)
    }
  }
  return { off, hidden }
}

export const classesOf = (tag: Tag) => attribute(tag, 'class').split(/\s+/).filter(Boolean)

/** Not shown, by itself: what is around it does not count. What only screen readers get is no less said. */
export function isHidden(tag: Tag, { hidden }: Looks): boolean {
  if (tag.attributes.has('hidden')) return true
  if (HIDDEN.test(attribute(tag, 'style'))) return true
  return tag.attributes.has('class') && classesOf(tag).some((name) => hidden.has(name))
}

const SILENT = /^(script|style|template|noscript|svg|select|option)$/

/**
 * The words below a tag that a person gets to see or hear.
 * @param limit what is longer is of no use: it is not read to its end
 */
export function seenWords(tag: Tag, looks: Looks, limit = Number.POSITIVE_INFINITY): string {
  let words = ''
  const say = (each: Tag) => {
    for (const child of each.children) {
      if (words.length > limit * 4) return
      if (typeof child === 'string') words += child
      else if (!isSilent(child) && !isHidden(child, looks)) {
        words += ' '
        say(child)
      }
    }
    words += ' '
  }
  say(tag)
  return plain(words)
}

/** Without signs that nobody sees, hyphens alike. */
const plain = (words: string) =>
  words
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const isSilent = (tag: Tag) => SILENT.test(tag.name) && !tag.attributes.has('shadowrootmode')

const HEARD = /^(visually-?hidden|sr-only|screen-?reader(-text)?|a11y-hidden|u-visually-hidden|show-for-sr)$/i

/** Said to screen readers alone. */
export function isHeard(tag: Tag): boolean {
  return classesOf(tag).some((name) => HEARD.test(name))
}
