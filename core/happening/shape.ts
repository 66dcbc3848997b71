import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { hasUnseen } from '../post/text.ts'
import { storeShape } from '../restock/shape.ts'
import { MOST_TITLE, MOST_WORDS } from './limits.ts'

/** What members announce, and what shops and SNPD itself do. */
export const announcedKinds = ['meet-up', 'line'] as const
export const happeningKinds = [...announcedKinds, 'release', 'drop'] as const
export type HappeningKind = (typeof happeningKinds)[number]

const time = z.iso.datetime()

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !hasUnseen(text), 'has characters that nobody can see')
const line = (most: number) => words(most).refine((text) => !/[\n\t]/.test(text), 'is one line')

export const answerShape = z.enum(['going', 'maybe'])
export type RsvpAnswer = z.infer<typeof answerShape>

/** A meet-up or a line, as its member announces it. */
export const happeningInputShape = z
  .strictObject({
    kind: z.enum(announcedKinds),
    title: line(MOST_TITLE).min(3),
    text: words(MOST_WORDS).default(''),
    /** At a shop; or else at a place with a name, in the middle of an H3 cell of resolution 9. */
    store_id: z.uuid().optional(),
    place: z.strictObject({ name: line(MOST_TITLE).min(2), cell: cellShape }).optional(),
    starts_at: time,
    ends_at: time,
    /** IANA name of the clock there, for a place that is no shop. */
    time_zone: z
      .string()
      .max(64)
      .refine(
        (name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC',
        'an IANA time zone',
      )
      .optional(),
  })
  .refine(({ store_id, place }) => (store_id === undefined) !== (place === undefined), {
    message: 'say a shop, or a place',
    path: ['place'],
  })
  .refine(({ starts_at, ends_at }) => Date.parse(ends_at) > Date.parse(starts_at), {
    message: 'ends after it starts',
    path: ['ends_at'],
  })
export type HappeningInput = z.infer<typeof happeningInputShape>

export const happeningShape = z.object({
  id: z.uuid(),
  kind: z.enum(happeningKinds),
  title: z.string(),
  text: z.string(),
  /** Null of one whose author left, and of releases and drops. */
  author: z.object({ username: z.string() }).nullable(),
  store: storeShape.nullable(),
  /** Of one at no shop. */
  place_name: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  /** From where one asked; null where one did not. */
  metres: z.int().nullable(),
  starts_at: time,
  /** Null of a release, which is one moment or a day. */
  ends_at: time.nullable(),
  /** Nobody named an hour: the whole day at the place. */
  whole_day: z.boolean(),
  zone: z.string(),
  /** Where one can read more, below SNPD's origin. */
  path: z.string(),
  cancelled: z.boolean(),
  going: z.int(),
  maybe: z.int(),
  /** Of the reader; false and null of one who is not signed in. */
  mine: z.object({ author: z.boolean(), answer: answerShape.nullable() }),
  revision: z.int(),
  updated_at: time,
})
export type Happening = z.infer<typeof happeningShape>
