import { z } from 'zod'
import { nameShape } from '../group/shape.ts'
import { textShape, textUpTo } from '../post/text.ts'
import { changeShape } from './diff.ts'
import { MOST_GUIDE, MOST_VERSIONS } from './limits.ts'
import { guideNodeShape } from './node.ts'

const time = z.iso.datetime()
const versionShape = z.int().min(1).max(MOST_VERSIONS)

export const guideSlugShape = z.string().regex(/^[a-z0-9-]{3,60}$/, 'the word of a guide in its address')

export const guideInputShape = z.strictObject({
  title: nameShape,
  /** Markdown. It is kept as it was typed. */
  text: textUpTo(MOST_GUIDE),
})
export type GuideInput = z.infer<typeof guideInputShape>

/** A new version of a guide. */
export const guideEditShape = guideInputShape.extend({
  /** The version that was changed. When it is not the newest any more, somebody else was faster, and nothing is written. */
  base: versionShape,
  /** What was changed, and why. */
  note: textShape.pipe(z.string().max(200)).nullable().default(null),
})
export type GuideEdit = z.infer<typeof guideEditShape>

/** One version, without its text. */
export const guideVersionShape = z.object({
  number: versionShape,
  title: z.string(),
  note: z.string().nullable(),
  /** null: they left SNPD. */
  by: z.string().nullable(),
  at: time,
})
export type GuideVersion = z.infer<typeof guideVersionShape>

export const guideLineShape = z.object({
  slug: z.string(),
  title: z.string(),
  version: versionShape,
  /** Who wrote the newest version; null: they left SNPD. */
  by: z.string().nullable(),
  changed_at: time,
})
export type GuideLine = z.infer<typeof guideLineShape>

export const guideShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  /** Of the newest version. */
  newest: versionShape,
  /** The one that was asked for. */
  version: guideVersionShape,
  /** As it was typed, for whoever writes the next version. */
  text: z.string(),
  /** As it is shown. */
  body: z.array(guideNodeShape),
})
export type Guide = z.infer<typeof guideShape>
/** What is kept of it: how it is shown is read off its text. */
export type KeptGuide = Omit<Guide, 'body'>

/** What one version says that another one does not. */
export const guideChangesShape = z.object({
  from: guideVersionShape,
  to: guideVersionShape,
  lines: z.array(changeShape),
})
export type GuideChanges = z.infer<typeof guideChangesShape>
