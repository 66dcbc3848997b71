import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Final } from '../../core/errors.ts'
import type { Running } from './crew.ts'
import { exitOf } from './exit.ts'
import { openLog } from './log.ts'
import { kill } from './signal.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const READY_MILLISECONDS = 60_000

export type ChildOptions = {
  name: string
  /** Of the repository, `indexer/main.ts`. */
  entry: string
  env: NodeJS.ProcessEnv
  /** Folder of the logs. */
  logs: string
}

/**
 * Starts one of our own processes and waits until it says `{ ready: true }` on its channel. The channel's end tells it
 * that we died. Its output goes to <logs>/<name>.log.
 * @throws Final with the sentence it ended with
 */
export async function startNode({ name, entry, env, logs }: ChildOptions): Promise<Running> {
  const log = openLog(join(logs, `${name}.log`))
  const child = spawn(process.execPath, [join(root, entry)], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
  })
  log.handOver()
  const exited = exitOf(child).then((how) => log.lastWords() || how)
  const failed = (reason: string) =>
    new Final({
      code: 'internal',
      message: `The ${name} did not start: ${reason.replace(/\.$/, '')}.`,
      fix: `Its log: ${log.path}`,
    })
  const event = await Promise.race([
    new Promise<'ready'>((resolve) => child.on('message', () => resolve('ready'))),
    exited.then((reason) => ({ reason })),
    new Promise<'late'>((resolve) => setTimeout(resolve, READY_MILLISECONDS, 'late').unref()),
  ])
  if (event === 'late' && child.pid) kill(-child.pid, 'SIGKILL')
  if (event === 'late') throw failed(`it was not ready within ${READY_MILLISECONDS / 1000} s`)
  if (event !== 'ready' || !child.pid) throw failed(event === 'ready' ? 'no process' : event.reason)
  return { pid: child.pid, signal: 'SIGTERM', exited }
}
