import { setTimeout as sleep } from 'node:timers/promises'
import { sentenceOf } from '../../core/sentence.ts'
import { kill, type Member, stopInOrder, waitGone } from './signal.ts'
import type { Watchdog } from './watchdog.ts'

export type Running = {
  /** Leads a process group of its own. */
  pid: number
  /** Asks it to end in its own good way. */
  signal: Member['signal']
  /** Why it ended, in words. */
  exited: Promise<string>
}
export type Post = {
  name: string
  /** Lower ranks stop first. */
  rank: number
  start: () => Promise<Running>
}
type Options = { watchdog: Watchdog; say: (name: string, text: string) => void }
type Entry = { post: Post; running: Running; since: number }

export type Crew = {
  /** Starts it and keeps it running from then on. @throws what the first start throws */
  start: (post: Post) => Promise<void>
  /** Ends it, and those numbered after it (`workers-2`); they come back at once. For development. */
  restart: (name: string) => void
  /** Stops all, in order, within 10 s. */
  stop: () => Promise<void>
}

const LONGEST_PAUSE = 30_000
/** Running this long makes an end the first one again. */
const STEADY = 60_000

/** Keeps processes running: one that ends unasked is started again after 1, 2, 4 ... 30 seconds, and that is said. */
export function createCrew({ watchdog, say }: Options): Crew {
  const entries = new Map<string, Entry>()
  const asked = new Set<string>()
  let isStopping = false

  function enlist(post: Post, running: Running): void {
    const { pid, signal } = running
    watchdog.started({ pid, rank: post.rank, signal })
    entries.set(post.name, { post, running, since: Date.now() })
  }

  async function keep(post: Post): Promise<void> {
    for (let pause = 1000; ; ) {
      const entry = entries.get(post.name)
      if (!entry) return
      const reason = await entry.running.exited
      watchdog.ended(entry.running.pid)
      kill(-entry.running.pid, 'SIGKILL')
      if (isStopping) return
      const wasAsked = asked.delete(post.name)
      if (Date.now() - entry.since > STEADY) pause = 1000
      if (!wasAsked) say(post.name, `ended: ${reason}; starting it again in ${pause / 1000} s`)
      pause = await revive(post, wasAsked ? 0 : pause)
    }
  }

  /** Tries until it runs. @returns the pause before a next revival */
  async function revive(post: Post, first: number): Promise<number> {
    for (let pause = first; !isStopping; pause = Math.min(Math.max(pause, 500) * 2, LONGEST_PAUSE)) {
      await sleep(pause)
      if (isStopping) break
      try {
        enlist(post, await post.start())
        say(post.name, 'running again')
        return Math.min(Math.max(pause, 500) * 2, LONGEST_PAUSE)
      } catch (error) {
        if (!isStopping) say(post.name, sentenceOf(error))
      }
    }
    return first
  }

  return {
    async start(post) {
      enlist(post, await post.start())
      if (isStopping) kill(-(entries.get(post.name)?.running.pid ?? 0), 'SIGKILL')
      void keep(post)
    },
    restart(kind) {
      for (const [name, { running }] of entries) {
        if (asked.has(name) || (name !== kind && !name.startsWith(`${kind}-`))) continue
        asked.add(name)
        kill(running.pid, running.signal)
        void waitGone([running.pid], 3000).then((gone) => gone || kill(-running.pid, 'SIGKILL'))
      }
    },
    async stop() {
      isStopping = true
      const members = [...entries.values()].map(({ post, running }) => ({ rank: post.rank, ...running }))
      await stopInOrder(members)
    },
  }
}
