import type { Db } from '../client.ts'

/** The jpeg of one event of the request, for the member whose request it is; undefined otherwise. */
export async function readScreenshot(
  db: Db,
  { id, eventId, memberId }: { id: string; eventId: number; memberId: string },
): Promise<Uint8Array | undefined> {
  const [row] = await db<{ screenshot: Uint8Array | null }[]>`
    select e.screenshot from app.purchase_event e join app.purchase_request r on r.id = e.request_id
    where e.id = ${eventId} and r.id = ${id} and r.member_id = ${memberId}`
  return row?.screenshot ?? undefined
}
