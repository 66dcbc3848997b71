import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { photoShape } from '../photo/shape.ts'
import { sneakerShape, storeShape } from '../restock/shape.ts'
import { postKinds } from './kind.ts'
import { textShape } from './text.ts'

/** Of one post. */
export const MOST_SNEAKERS = 5
export const MOST_PHOTOS = 4

const time = z.iso.datetime()
const some = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'each once')

export const replyInputShape = z.strictObject({
  text: textShape,
  /** Under a name that is the author's in this thread alone. */
  anonymous: z.boolean().optional(),
  photo_ids: some(MOST_PHOTOS).optional(),
})
export type ReplyInput = z.infer<typeof replyInputShape>

export const postInputShape = replyInputShape.extend({
  kind: z.enum(postKinds),
  /**
   * Where the author's device is, as an H3 cell of resolution 7; of a post about a shop also of 8. Never published as it
   * is unless enough members share it.
   */
  cell: cellShape.optional(),
  store_id: z.uuid().optional(),
  sneaker_ids: some(MOST_SNEAKERS).optional(),
  /** Seen in this group alone. */
  group_id: z.uuid().optional(),
})
export type PostInput = z.infer<typeof postInputShape>

export const postEditShape = z.strictObject({ text: textShape })

/** Up or down. One literal each: of a list of them the API's description has the first alone. */
export const voteValueShape = z.union([z.literal(1), z.literal(-1)])
export const voteShape = z.strictObject({ value: voteValueShape })

/**
 * Whoever wrote it; of an anonymous post the name that its author has in this thread alone. Null: its author left or took
 * it back.
 */
export const authorShape = z
  .union([z.object({ id: z.uuid(), username: z.string() }), z.object({ pseudonym: z.string() })])
  .nullable()
export type Author = z.infer<typeof authorShape>

/** A post or a reply, as its reader sees it. */
export const postShape = z.object({
  id: z.uuid(),
  /** Null of a reply. */
  kind: z.enum(postKinds).nullable(),
  /** The post that a reply stands below, and what it answers: that post or another reply. Null of a post. */
  root_id: z.uuid().nullable(),
  parent_id: z.uuid().nullable(),
  /** Empty of one that is gone. */
  text: z.string(),
  /** Taken back, or its author left; it stands here for what was answered to it. */
  gone: z.boolean(),
  author: authorShape,
  anonymous: z.boolean(),
  /** The cell it is told to be in, of resolution 5 to 8; fixed when it was posted. */
  cell: cellShape.nullable(),
  place_name: z.string().nullable(),
  store: storeShape.nullable(),
  sneakers: z.array(sneakerShape),
  photos: z.array(photoShape),
  likes: z.int(),
  up: z.int(),
  down: z.int(),
  /** Of a post: all below it. Of a reply: those that answer it. */
  replies: z.int(),
  /** Of the reader; all false and 0 of one who is not signed in. */
  mine: z.object({
    liked: z.boolean(),
    saved: z.boolean(),
    vote: z.union([voteValueShape, z.literal(0)]),
    author: z.boolean(),
  }),
  /** Seen by its author and moderators alone until one of them said so. */
  hidden: z.boolean(),
  created_at: time,
  edited_at: time.nullable(),
  group_id: z.uuid().nullable(),
})
export type Post = z.infer<typeof postShape>

/** One page, and what to ask the next one with; null at the end. */
export const postPageShape = z.object({ items: z.array(postShape), next: z.string().nullable() })
export type PostPage = z.infer<typeof postPageShape>

export const feedPageShape = postPageShape.extend({
  /** Looked at from far away, or by one who is not signed in: nothing can be posted there, and no place is finer than a city. */
  peek: z.boolean(),
})
export type FeedPage = z.infer<typeof feedPageShape>

export const feedSorts = ['new', 'hot'] as const
export type FeedSort = (typeof feedSorts)[number]

/** Whom members follow, and who follows them. */
export const profileShape = z.object({
  id: z.uuid(),
  username: z.string(),
  joined_at: time,
  followers: z.int(),
  following: z.int(),
  /** Posts under this name that everybody may see. */
  posts: z.int(),
  mine: z.object({ follows: z.boolean(), is_me: z.boolean() }),
})
export type Profile = z.infer<typeof profileShape>
