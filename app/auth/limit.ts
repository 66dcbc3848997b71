import { Retryable } from '../../core/errors.ts'

/** Runs a job when its turn comes. */
export type Limit = <T>(job: () => Promise<T>) => Promise<T>

/**
 * At most `running` jobs at once and `waiting` in line: a flood of sign-ins may not take all memory and cores.
 * @throws Retryable `auth.busy` (from the returned function) when the line is full
 */
export function limit({ running, waiting }: { running: number; waiting: number }): Limit {
  let active = 0
  const line: (() => void)[] = []
  const turn = () =>
    new Promise<void>((resolve) => {
      if (active < running) {
        active++
        resolve()
      } else line.push(resolve)
    })
  const leave = () => {
    const next = line.shift()
    if (next) next()
    else active--
  }
  return async (job) => {
    if (line.length >= waiting)
      throw new Retryable({
        code: 'auth.busy',
        message: 'Too many people are signing in at this moment.',
        fix: 'Try again in a few seconds.',
      })
    await turn()
    return job().finally(leave)
  }
}
