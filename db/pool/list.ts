import type { Db } from '../client.ts'

export type ListedDeadLetter = {
  request_id: string
  at: Date
  code: string
  message: string
  state: string
  /** Of the drop. */
  slug: string
  size: string
  /** Null of a member who left. */
  username: string | null
  /** The request made in its place. */
  replayed_as: string | null
}

/** The dead letters, newest first. @param limit how many at most */
export async function listDeadLetters(db: Db, limit: number): Promise<ListedDeadLetter[]> {
  return db<ListedDeadLetter[]>`
    select l.request_id, l.at, l.code, l.message, l.state, d.slug, r.size, m.username, again.id as replayed_as
    from app.dead_letter l join app.purchase_request r on r.id = l.request_id
      join app.drop d on d.id = r.drop_id join app.member m on m.id = r.member_id
      left join app.purchase_request again on again.id = l.replayed_as
    order by l.at desc, l.request_id limit ${limit}`
}
