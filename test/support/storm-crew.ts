import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'
import type { SmallDisk } from './small-disk.ts'
import type { Victim } from './storm-plan.ts'
import type { StormPostgres } from './storm-postgres.ts'

type Role = Exclude<Victim, 'postgres' | 'disk'>
type Post = { role: Role; env: Record<string, string>; child: Child | undefined; isDoomed: boolean }
export type CrewOptions = {
  postgres: StormPostgres
  /** Where the database is, when it can be filled. */
  disk?: SmallDisk | undefined
  /** Of the nth process, milliseconds. */
  skewOf: (nth: number) => number
  onFault: (name: string) => void
  onEnd: (error: Error) => void
}

const files: Readonly<Record<Role, string>> = {
  monitor: 'test/support/storm-monitor.ts',
  gateway: 'test/support/storm-gateway.ts',
  notify: 'test/support/notify-worker.ts',
}

/** The processes of a storm: killed one at a time, and started again as the supervisor of `npm start` does it. */
export class StormCrew {
  kills = 0
  readonly #posts: Post[] = []
  readonly #options: CrewOptions
  #isOver = false
  #isDatabaseDown = false

  constructor(options: CrewOptions) {
    this.#options = options
  }

  async add(role: Role, env: Record<string, string> = {}): Promise<void> {
    const post: Post = { role, env: { ...env, ...this.#clock() }, child: undefined, isDoomed: false }
    this.#posts.push(post)
    await this.#start(post)
  }

  /** What gives the next process its own idea of the time. */
  #clock(): Record<string, string> {
    const ms = this.#options.skewOf(this.#posts.length)
    if (ms === 0) return {}
    this.note(ms > 0 ? 'a clock ahead' : 'a clock behind')
    return { NODE_OPTIONS: `--import=${new URL('skew.ts', import.meta.url)}`, SKEW_MS: String(ms) }
  }

  /** It may be asked to start while the database is not there: then again, until it does. */
  async #start(post: Post): Promise<void> {
    const { postgres, onFault, onEnd } = this.#options
    const env = { APP_DATABASE_URL: postgres.appUrl, ...post.env }
    while (!this.#isOver) {
      const child = await startChild(files[post.role], env, 'ignore').catch(() => undefined)
      if (!child) {
        await sleep(100)
        continue
      }
      post.child = child
      child.process.once('exit', (code) => {
        if (post.isDoomed || this.#isOver) return
        // Of a database that is not there it may die, and is replaced.
        if (!this.#isDatabaseDown)
          onEnd(new Error(`${post.role} ended by itself with ${code}: ${child.output()}`))
        onFault(`${post.role} ended by itself`)
        void this.#start(post)
      })
      return
    }
  }

  /**
   * Kills one of this role, and puts another in its place.
   * @param away resolves when another may take its place
   * @returns when it is there
   */
  async suffer(who: Victim, { pick, away }: { pick: number; away: () => Promise<void> }): Promise<void> {
    if (who === 'disk') return this.#fillDisk(away)
    this.kills++
    this.#options.onFault(`SIGKILL ${who}`)
    if (who === 'postgres') return this.#loseDatabase(away)
    const posts = this.#posts.filter(({ role }) => role === who)
    const post = posts[pick % posts.length]
    if (!post) return
    post.isDoomed = true
    await post.child?.kill()
    await away()
    post.isDoomed = false
    await this.#start(post)
  }

  async #loseDatabase(away: () => Promise<void>): Promise<void> {
    this.#isDatabaseDown = true
    await this.#options.postgres.kill()
    await away()
    await this.#options.postgres.start()
    this.#isDatabaseDown = false
  }

  /** No room for a while. Postgres may end of it, as it does when its log cannot be written; then it is started again. */
  async #fillDisk(away: () => Promise<void>): Promise<void> {
    const { disk, postgres } = this.#options
    this.#isDatabaseDown = true
    disk?.fill()
    this.note('the disk is full')
    await away()
    disk?.free()
    if (postgres.isOver()) {
      this.note('Postgres ended of it')
      await postgres.start()
    }
    this.#isDatabaseDown = false
  }

  note(fault: string): void {
    this.#options.onFault(fault)
  }

  /** What they wrote to the terminal. */
  said(): string {
    return this.#posts.map(({ role, child }) => `${role}: ${child?.output() ?? ''}`).join('\n')
  }

  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#posts.map(({ child }) => child?.kill()))
  }
}
