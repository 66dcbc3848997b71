import type { ListedDeadLetter } from '../../db/pool/list.ts'
import type { PoolLoad } from '../../db/pool/load.ts'

type Beat = { component: string; at: Date; detail: Record<string, unknown> }

/** A worker writes every two seconds. */
const SILENT_MS = 30_000

function workerLine({ component, at, detail }: Beat, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000)
  const life =
    seconds * 1000 > SILENT_MS ? `silent for ${seconds} s` : `${detail.browser ?? 'no browser yet'}`
  return `  ${component.replace('workers:', '')}  ${detail.busy ?? 0} of ${detail.contexts ?? 0} pages in use  ${life}`
}

/** What `npm run pool -- status` prints. Pure. */
export function tellStatus(
  load: PoolLoad,
  { counts, beats, now }: { counts: Record<string, number>; beats: Beat[]; now: Date },
): string {
  const oldest = load.oldest_seconds === null ? '' : `, the oldest for ${Math.round(load.oldest_seconds)} s`
  const jobs = Object.entries(counts).map(([state, count]) => `${count} ${state}`)
  const workers = beats.filter(({ component }) => component.startsWith('workers:'))
  return [
    `${load.waiting} wait${oldest}; ${load.under_way} under way; ${load.dead} dead.`,
    `Jobs: ${jobs.join(', ')}.`,
    workers.length === 0 ? 'No worker runs.' : 'Workers:',
    ...workers.map((beat) => workerLine(beat, now)),
  ].join('\n')
}

function deadLine(dead: ListedDeadLetter): string {
  const at = dead.at.toISOString().slice(0, 16).replace('T', ' ')
  const fate =
    dead.replayed_as !== null
      ? `started again as ${dead.replayed_as}`
      : dead.state === 'submitting'
        ? 'past its fence: never started again'
        : 'can be started again'
  return [
    `${dead.request_id}  ${at}Z  ${dead.slug} ${dead.size}  ${dead.username ?? '(left)'}  ${fate}`,
    `  ${dead.code}: ${dead.message.split('\n')[0]}`,
  ].join('\n')
}

/** What `npm run pool -- dead` prints. Pure. */
export function tellDead(dead: ListedDeadLetter[]): string {
  return dead.length === 0 ? 'There are no dead letters.' : dead.map(deadLine).join('\n')
}
