import type { Author, Post } from '../../core/post/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { unblockedFor } from '../moderation/visible.ts'

type Derived = 'author' | 'mine' | 'created_at' | 'edited_at' | 'gone' | 'hidden'

export type PostRow = Omit<Post, Derived> & {
  member_id: string | null
  username: string | null
  pseudonym: string | null
  liked: boolean
  saved: boolean
  vote: -1 | 0 | 1
  created_at: Date
  edited_at: Date | null
  gone_at: Date | null
  hidden_at: Date | null
  unblocked: boolean
}

/** The columns of the post that the query calls `p`, as its reader sees it, and what they need of other tables. */
export function selectPost(db: Db, memberId: string | null) {
  return db`
    p.id, p.kind, p.root_id, p.parent_id, p.text, p.anonymous, p.member_id, author.username, p.pseudonym,
    to_hex(p.published) as cell, p.place_name, p.likes, p.up, p.down, p.replies, p.group_id,
    p.created_at, p.edited_at, p.gone_at, p.hidden_at,
    case when store.id is not null then ${storeJson(db)} end as store,
    coalesce((select json_agg(${sneakerJson(db)} order by sneaker.style_code)
      from app.post_sneaker ps join app.sneaker sneaker on sneaker.id = ps.sneaker_id where ps.post_id = p.id), '[]') as sneakers,
    coalesce((select json_agg(json_build_object('id', photo.id, 'width', photo.width, 'height', photo.height) order by photo.id)
      from app.post_photo pp join app.photo photo on photo.id = pp.photo_id where pp.post_id = p.id), '[]') as photos,
    ${unblockedFor(db, memberId)} as unblocked,
    exists (select from app.post_like l where l.post_id = p.id and l.member_id = ${memberId}::uuid) as liked,
    exists (select from app.post_saved s where s.post_id = p.id and s.member_id = ${memberId}::uuid) as saved,
    coalesce((select v.value from app.post_vote v where v.post_id = p.id and v.member_id = ${memberId}::uuid), 0) as vote`
}

/** What `selectPost` reads, beside `p`. */
export function joinPost(db: Db) {
  return db`
    left join app.member author on author.id = p.member_id
    left join app.store store on store.id = p.store_id`
}

function authorOf({ anonymous, member_id, username, pseudonym }: PostRow): Author {
  if (anonymous) return pseudonym === null ? null : { pseudonym }
  return member_id === null || username === null ? null : { id: member_id, username }
}

/** Of what a moderator keeps back, and of whom the reader blocks, there is a place in its thread, and no more. */
const emptied = {
  text: '',
  author: null,
  photos: [],
  sneakers: [],
  store: null,
  cell: null,
  place_name: null,
}

/** Whoever wrote an anonymous post is not in what is returned, but to oneself as `mine.author`. */
export function toPost(row: PostRow, memberId: string | null): Post {
  const {
    member_id,
    username: _,
    pseudonym: __,
    liked,
    saved,
    vote,
    gone_at,
    hidden_at,
    unblocked,
    ...rest
  } = row
  const isMine = member_id !== null && member_id === memberId
  const isKept = (hidden_at !== null && !isMine) || !unblocked
  return {
    ...rest,
    author: authorOf(row),
    mine: { liked, saved, vote, author: isMine },
    gone: gone_at !== null || isKept,
    hidden: hidden_at !== null,
    created_at: rest.created_at.toISOString(),
    edited_at: rest.edited_at?.toISOString() ?? null,
    ...(isKept && emptied),
  }
}
