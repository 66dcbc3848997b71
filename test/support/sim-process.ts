import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { IndexerOptions } from '../../indexer/start.ts'

/** An indexer, in this process or as one of its own. */
export type Running = {
  /** Resolves when stopped; rejects with what ended it, whose `code` is the error's. */
  done: Promise<void>
  /** As a SIGKILL does where it is a process; resolves when it is gone. */
  kill: () => Promise<void>
}

const endShape = z.object({ code: z.string().optional(), message: z.string() })
const program = join(import.meta.dirname, 'sim-indexer.ts')

export type Nursery = {
  start: (options: Omit<IndexerOptions, 'logger'>) => Promise<Running>
  close: () => void
}

async function ready(child: ChildProcess): Promise<ChildProcess> {
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
  })
  return child
}

function run(child: ChildProcess, options: Omit<IndexerOptions, 'logger'>): Running {
  const done = new Promise<void>((resolve, reject) => {
    child.once('message', (told) => {
      const { code, message } = endShape.parse(told)
      reject(Object.assign(new Error(message), { code }))
    })
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL'
        ? resolve()
        : reject(new Error(`the indexer's process ended with ${code ?? signal}`)),
    )
  })
  done.catch(() => undefined)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.send(options)
  const kill = () => {
    child.kill('SIGKILL')
    return gone
  }
  return { done, kill }
}

/** Starts indexers as processes; the next one is always under way, for it takes its time. */
export function openNursery(): Nursery {
  let next: Promise<ChildProcess> | undefined
  const breed = () => {
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const bred = ready(child)
    bred.catch(() => undefined)
    return bred
  }
  return {
    start: async (options) => {
      const child = await (next ?? breed())
      next = breed()
      return run(child, options)
    },
    close: () => void next?.then((child) => child.kill('SIGKILL')).catch(() => undefined),
  }
}
