import type { TargetRow } from '../../db/monitor/list.ts'

const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')}Z`

function targetLines(target: TargetRow): string[] {
  const { id, url, style_code, store, reader, interval_ms, every_ms, paused, failures } = target
  const pace = `every ${Math.round((every_ms ?? interval_ms) / 1000)} s${every_ms === null ? '' : ' as set'}`
  const life = paused
    ? 'paused'
    : failures > 0
      ? `${failures} looks in vain, next ${minute(target.next_at)}`
      : pace
  const last =
    target.last_ok_at === null
      ? 'never read'
      : `last read ${minute(target.last_ok_at)} by ${reader ?? 'page'}`
  const error = target.last_error === null ? [] : [`  ${target.last_error}`]
  return [`${id}  ${style_code}  ${store}  ${life}, ${last}`, `  ${url}`, ...error]
}

/** What `npm run targets -- list` prints. Pure. */
export function tellTargets(targets: readonly TargetRow[]): string {
  if (targets.length === 0) return 'Nothing is watched.'
  return targets.flatMap(targetLines).join('\n')
}
