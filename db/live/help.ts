import type { Db } from '../client.ts'

/** The member uses the page: from now on only the member says yes to a total. */
export async function noteHelp(db: Db, id: string): Promise<void> {
  await db`update app.purchase_request set helped = true where id = ${id}`
}
