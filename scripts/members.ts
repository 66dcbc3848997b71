import type { Sql } from '../db/client.ts'
import { listMembers, setRole } from '../db/members/role.ts'
import { withDatabase } from './cli/database.ts'
import { runCommand } from './cli/run.ts'
import { type MembersFlags, parseMembersFlags } from './members/flags.ts'

/** Enough to find whom one looks for; the newest come first, and all who have a role. */
const LISTED = 200

async function perform(sql: Sql, { command }: MembersFlags): Promise<string> {
  if (command.name === 'role') {
    const username = await setRole(sql, command.username, command.role)
    return `${username} is ${command.role} from now on.`
  }
  const members = await listMembers(sql, LISTED)
  const lines = members.map(
    ({ username, role, created_at }) =>
      `${username.padEnd(30)}  ${role.padEnd(9)}  since ${created_at.toISOString().slice(0, 10)}`,
  )
  return lines.join('\n') || 'There are no members yet.'
}

/** `npm run members`: who is here, and who may do more than one's own. Roles are given here and nowhere else. */
async function main(): Promise<void> {
  const flags = parseMembersFlags(process.argv.slice(2))
  const text = await withDatabase({ data: flags.data, name: 'members' }, process.env, (sql) =>
    perform(sql, flags),
  )
  process.stdout.write(`${text}\n`)
}

await runCommand(main)
