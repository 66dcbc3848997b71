import { Final } from '../../core/errors.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import { findNamed } from '../../db/catalog/named.ts'
import type { Sql } from '../../db/client.ts'
import { listTargets } from '../../db/monitor/list.ts'
import { removeTarget } from '../../db/monitor/remove.ts'
import { addTarget, pauseTarget } from '../../db/monitor/target.ts'
import type { TargetsCommand } from './flags.ts'
import { tellTargets } from './tell.ts'

function requireFound(isFound: boolean, id: string): void {
  if (isFound) return
  throw new Final({
    code: 'target.not-found',
    message: `There is no target ${id}.`,
    fix: 'List them: npm run targets -- list',
  })
}

/** Does what a command line asks for. @returns what to print; @throws Final `target.not-found`, `catalog.unknown`, `url.refused` */
export async function performTargets(sql: Sql, command: TargetsCommand): Promise<string> {
  const now = new Date()
  if (command.name === 'list') return tellTargets(await listTargets(sql))
  if (command.name === 'add') {
    // An operator may watch a shop on this machine; whether a monitor may go there is the monitor's to say.
    const url = requireMemberUrl(command.url, { loopback: true })
    const named = await findNamed(sql, command)
    const { currency, everyMs } = command
    return `Watched as ${await addTarget(sql, { url, ...named, currency, everyMs, now })}.`
  }
  const { name, id } = command
  if (name === 'remove') {
    requireFound(await removeTarget(sql, id), id)
    return 'Removed.'
  }
  requireFound(await pauseTarget(sql, { id, paused: name === 'pause', now }), id)
  return name === 'pause' ? 'Paused.' : 'Watched again.'
}
