import { z } from 'zod'

/** All that a guide is made of when it is shown. The page's own headings are h1 and h2. */
export const guideTags = [
  ...(['p', 'h3', 'h4', 'h5', 'h6', 'hr', 'br', 'blockquote', 'pre', 'ul', 'ol', 'li'] as const),
  ...(['em', 'strong', 's', 'code', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'] as const),
] as const
export type GuideTag = (typeof guideTags)[number]

export type GuideElement = {
  tag: GuideTag
  /** Of an `a`. */
  href?: string | undefined
  /** Of an `ol` that does not begin at 1. */
  start?: number | undefined
  children: GuideNode[]
}
export type GuideNode = string | GuideElement

/** Whether a guide's link may lead there: a page of the web, and no name in front of its host that hides which. Pure. */
export function isFollowed(href: string): boolean {
  if (!URL.canParse(href)) return false
  const { protocol, username, password } = new URL(href)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

const elementShape = z.object({
  tag: z.enum(guideTags),
  href: z.string().refine(isFollowed).optional(),
  start: z.int().min(0).optional(),
  get children() {
    return z.array(guideNodeShape)
  },
})

/** A piece of a guide: text, or an element of the few that there are. No HTML is ever written or read on its way. */
export const guideNodeShape: z.ZodType<GuideNode> = z
  .union([z.string(), elementShape])
  .meta({ id: 'GuideNode' })
