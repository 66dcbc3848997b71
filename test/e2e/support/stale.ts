import { connect } from '../../../db/client.ts'
import { findRunning } from '../../../scripts/seed/running.ts'
import type { Stack } from './stack.ts'

/** As if this member's sessions had last proved who they are a quarter of an hour ago. */
export async function ageSessions(stack: Stack, username: string): Promise<void> {
  const sql = connect(findRunning(stack.data).appUrl, { name: 'e2e', max: 1 })
  const member = sql`(select id from app.member where username = ${username})`
  await sql`update app.session set created_at = now() - interval '15 minutes' where member_id = ${member}`
  await sql`update app.confirmation set at = now() - interval '15 minutes' where member_id = ${member}`
  await sql.end()
}
