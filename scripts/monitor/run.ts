import type { Look, Reading } from '../../core/monitor/shape.ts'
import type { Job } from './job.ts'
import { afterNothing, afterRead, type Chapter, noStory, type Story } from './story.ts'
import { openVisits, rest } from './visit.ts'

export const EXIT_FORBIDDEN = 3
export const EXIT_NOTHING = 4

/** Looks in a row without any answer, after which nobody knows any more. */
const LOST_AFTER = 3
/** Between looks at a shop that is in trouble: twice as long each time, up to here. Milliseconds. */
const LONGEST_PAUSE_MS = 60_000

type Watch = {
  reading: Reading
  story: Story /** In a row. */
  troubles: number
  hasRead: boolean
  told: string
}

const hints = 'If its sizes come by script, --browser reads the page as a person sees it.'

function begin({ url, size }: Job): Watch {
  const copy = { etag: null, lastModified: null, bodyHash: null }
  const reading: Reading = { url: url.href, reader: null, listUrl: null, currency: null, copy }
  return { reading, story: noStory(size), troubles: 0, hasRead: false, told: '' }
}

/** Complains once about the same. */
function complain(watch: Watch, { screen }: Job, message: string): void {
  if (watch.told !== message) screen.say(message)
  watch.told = message
}

function chapterOf(watch: Watch, seen: Look, job: Job): Chapter | undefined {
  if (seen.kind === 'same') return undefined
  if (seen.kind === 'read') {
    watch.reading = seen.reading
    watch.hasRead = true
    watch.told = ''
    return afterRead(watch.story, seen.sizes)
  }
  complain(
    watch,
    job,
    seen.kind === 'unclear' && !seen.isRefusal && !watch.hasRead ? `${seen.reason} ${hints}` : seen.reason,
  )
  if (seen.kind === 'unclear' || seen.kind === 'forbidden') {
    // What was kept of the page no longer stands: the next answer is read whole.
    watch.reading = { ...watch.reading, copy: { etag: null, lastModified: null, bodyHash: null } }
    return afterNothing(watch.story, seen.reason)
  }
  return watch.troubles >= LOST_AFTER ? afterNothing(watch.story, seen.reason) : undefined
}

/** What a look comes to is told at once. */
function tell(watch: Watch, job: Job, { seen, askedAt }: { seen: Look; askedAt: Date }): void {
  const seenAt = new Date()
  watch.troubles = seen.kind === 'later' || seen.kind === 'trouble' ? watch.troubles + 1 : 0
  const chapter = chapterOf(watch, seen, job)
  if (!chapter) return
  watch.story = chapter.story
  for (const news of chapter.news) job.screen.tell({ ...news, askedAt, seenAt })
}

function pauseOf({ troubles }: Watch, everyMs: number): number {
  return troubles === 0 ? everyMs : Math.max(everyMs, Math.min(LONGEST_PAUSE_MS, everyMs * 2 ** troubles))
}

/** Watches until it is stopped, its time is over, or the shop does not allow it. @returns the exit code */
export async function runMonitor(job: Job): Promise<number> {
  const { everyMs, once, forMs, stopping } = job
  const watch = begin(job)
  const visits = openVisits(job)
  const ends = forMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + forMs
  try {
    while (!stopping.aborted) {
      const began = performance.now()
      const looked = await visits.look({ reading: watch.reading, kept: watch.story.kept })
      if (!looked) break
      tell(watch, job, looked)
      if (looked.seen.kind === 'forbidden') return EXIT_FORBIDDEN
      const next = began + pauseOf(watch, everyMs)
      if (once || next >= ends) break
      await rest(next - performance.now(), stopping)
    }
    return watch.hasRead || (stopping.aborted && !once) ? 0 : EXIT_NOTHING
  } finally {
    visits.close()
  }
}
