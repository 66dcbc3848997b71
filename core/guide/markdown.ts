import MarkdownIt, { type Token } from 'markdown-it'
import { type GuideNode, type GuideTag, guideTags, isFollowed } from './node.ts'

/** Lists and quotations within each other; what is deeper is shown as this deep. A phone has no room for more. */
const MOST_DEEP = 6

// CommonMark and tables, without HTML. No pictures: they would tell their host who reads. No entities: what is typed was
// looked through for signs that turn the order of reading around, and "&#8238;" would be one of them. No references: one
// long address, used everywhere, would make megabytes of a page.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
parser.disable(['image', 'entity', 'reference'])
parser.validateLink = isFollowed
// Not decoded, for the same reason.
parser.normalizeLinkText = (typed) => typed

const known = new Set<string>(guideTags)
const isTag = (tag: string): tag is GuideTag => known.has(tag)
const deepening = new Set<string>(['ul', 'ol', 'blockquote'])
const marking = new Set<string>(['em', 'strong', 's'])

type Place = {
  /** Where what comes next belongs. */
  children: GuideNode[]
  /** The tags that are open around it. */
  open: readonly GuideTag[]
  /** What was opened last has no tag of its own. */
  isCut: boolean
}

/** Whether the tag says anything here that the ones around it do not say already, or have no room for. */
function fits(tag: GuideTag, open: readonly GuideTag[]): boolean {
  if (marking.has(tag)) return !open.includes(tag)
  if (deepening.has(tag)) return open.filter((each) => deepening.has(each)).length < MOST_DEEP
  const around = open.at(-1)
  return tag !== 'li' || around === 'ul' || around === 'ol'
}

/** Texts side by side are one text. */
function add(children: GuideNode[], node: GuideNode): void {
  const last = children.at(-1)
  if (node === '') return
  if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node
  else children.push(node)
}

/** What has nothing within it but text. */
function leafOf({ type, content }: Token): GuideNode {
  if (type === 'softbreak' || type === 'hardbreak') return { tag: 'br', children: [] }
  if (type === 'hr') return { tag: 'hr', children: [] }
  if (type === 'code_inline') return { tag: 'code', children: [content] }
  if (type === 'fence' || type === 'code_block') return { tag: 'pre', children: [content.replace(/\n$/, '')] }
  return content
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const

/** Below the page's own headings, and one step below the heading before at most. @param last index of that one, -1: none yet */
const headingAt = (tag: string, last: number) =>
  Math.min(Number(tag.slice(1)) - 1, last + 1, headings.length - 1)

/** Undefined of "[x]()" too: the parser asks nobody whether a link may lead nowhere. */
function hrefOf(token: Token): string | undefined {
  const href = token.attrGet('href')
  return typeof href === 'string' && isFollowed(href) ? new URL(href).href : undefined
}

type Opened = { token: Token; tag: GuideTag; place: Place }

function openOne({ token, tag, place: { children, open } }: Opened): Place {
  const [href, start] = [hrefOf(token), Number(token.attrGet('start') ?? 1)]
  const element = {
    ...{ tag, children: [] },
    ...(href !== undefined && { href }),
    ...(tag === 'ol' && start !== 1 && { start }),
  }
  children.push(element)
  return { children: element.children, open: [...open, tag], isCut: false }
}

/** Cells that were added to make a row as long as the first: a short text would make tens of thousands of them. */
function cutRow(cells: GuideNode[]): void {
  for (let last = cells.at(-1); typeof last === 'object' && last.children.length === 0; last = cells.at(-1))
    cells.pop()
}

function toTree(tokens: readonly Token[]): GuideNode[] {
  const root: GuideNode[] = []
  const places: Place[] = [{ children: root, open: [], isCut: false }]
  let heading = -1
  for (const token of tokens) {
    const place = places.at(-1) ?? { children: root, open: [], isCut: false }
    if (token.type === 'tr_close') cutRow(place.children)
    if (token.nesting === -1) places.pop()
    else if (token.nesting === 0) add(place.children, leafOf(token))
    else {
      if (token.type === 'heading_open') heading = headingAt(token.tag, heading)
      const tag = token.type === 'heading_open' ? headings[heading] : token.tag
      // A short item needs no paragraph, but where its tag was left out it has to be told from the next one.
      const isBare = token.hidden && !place.isCut
      const isDead = token.type === 'link_open' && hrefOf(token) === undefined
      const isShown = tag !== undefined && isTag(tag) && fits(tag, place.open) && !isBare && !isDead
      places.push(isShown ? openOne({ token, tag, place }) : { ...place, isCut: true })
    }
  }
  return root
}

/**
 * A guide as it is shown. Whatever is not in `guideTags` stays as it was typed. Pure; linear but for a few shapes, which the
 * length of a guide bounds.
 * @param text Markdown (CommonMark 0.31 with tables and ~~strikethrough~~), its line breaks kept
 */
export function readMarkdown(text: string): GuideNode[] {
  return toTree(
    parser.parse(text, {}).flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : [token])),
  )
}

const within = new Set<string>([...marking, 'a', 'code'])

function wordsIn(node: GuideNode): string {
  if (typeof node === 'string') return node
  const words = node.children.map(wordsIn).join('')
  if (!within.has(node.tag)) return `\n${words}\n`
  return node.href === undefined || words.includes(node.href) ? words : `${words} ${node.href} `
}

/** What a reader of the guide sees, and where its links lead: what filters have to look at beside what was typed. Pure. */
export function wordsOf(nodes: readonly GuideNode[]): string {
  return nodes.map(wordsIn).join('').replace(/\n+/g, '\n').trim()
}
