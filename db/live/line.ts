import type { Db } from '../client.ts'
import type { Line } from './lend.ts'

/** Where the web finds the page that a worker keeps open for this member; undefined when there is none. */
export async function lineOf(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<Line | undefined> {
  const [line] = await db<Line[]>`
    select l.address, l.key from app.live_page l join app.purchase_request r on r.id = l.request_id
    where r.id = ${id} and r.member_id = ${memberId} and l.returned is null and l.until > now()`
  return line
}
