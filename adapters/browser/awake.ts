export type SleepWatch = {
  /** True for good once the process has slept: stopped, suspended or starved for longer than the limit. */
  slept: () => boolean
  /** What is to be done then, once. */
  onSleep: (done: () => void) => void
  stop: () => void
}

/** A process that was away for longer no longer knows what others have done meanwhile. Milliseconds. */
const LIMIT_MS = 5_000
const BEAT_MS = 500

/**
 * Tells whether this process has slept since it was called. What is asked right after waking is answered rightly too: the
 * answer does not wait for a timer. @param now a clock, milliseconds
 */
export function watchSleep(now: () => number = Date.now): SleepWatch {
  const listeners: (() => void)[] = []
  let [last, yes] = [now(), false]
  const slept = () => {
    const time = now()
    const isLong = time - last > LIMIT_MS
    last = time
    if (isLong && !yes) {
      yes = true
      for (const done of listeners) done()
    }
    return yes
  }
  const timer = setInterval(slept, BEAT_MS)
  timer.unref()
  return { slept, onSleep: (done) => listeners.push(done), stop: () => clearInterval(timer) }
}
