import { type ChildProcess, spawn } from 'node:child_process'
import { z } from 'zod'
import { shell } from './shell.ts'

/** What is put to the test, in this process or as one of its own. */
export type Running = {
  /** Resolves when stopped; rejects with what ended it, whose `code` is the error's. */
  done: Promise<void>
  /** As a SIGKILL does where it is a process; resolves when it is gone. */
  kill: () => Promise<void>
}

const endShape = z.object({ code: z.string().optional(), message: z.string() })

export type Nursery<Options extends object> = {
  start: (options: Options) => Promise<Running & { child: ChildProcess }>
  /** Resolves when the one under way is gone, too. */
  close: () => Promise<void>
}

async function ready(child: ChildProcess, program: string): Promise<ChildProcess> {
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
  })
  return child
}

function run(child: ChildProcess, options: object): Running {
  const done = new Promise<void>((resolve, reject) => {
    child.once('message', (told) => {
      const { code, message } = endShape.parse(told)
      reject(Object.assign(new Error(message), { code }))
    })
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`its process ended with ${code ?? signal}`)),
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

/**
 * Starts a program as processes that wait to be told their options; the next one is always under way, for it takes its
 * time.
 */
export function openNursery<Options extends object>(program: string): Nursery<Options> {
  let next: Promise<ChildProcess> | undefined
  const breed = () => {
    const child = spawn(process.execPath, [program], {
      env: { ...shell(), ...process.env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const bred = ready(child, program)
    bred.catch(() => undefined)
    return bred
  }
  return {
    start: async (options) => {
      const child = await (next ?? breed())
      next = breed()
      return { ...run(child, options), child }
    },
    close: async () => {
      await next?.then((child) => child.kill('SIGKILL')).catch(() => undefined)
    },
  }
}
