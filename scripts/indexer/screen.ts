import type { Logger } from '../../core/log.ts'
import { type Progress, paceOf, progressLine } from './progress.ts'

/** What a person, or a log collector, is told of a run. */
export type Screen = {
  logger: Logger
  progress: (progress: Progress) => void
  end: (summary: string) => void
}

const ERASE = '\r\x1b[K'

/** One line that is painted over, with warnings and worse above it. */
export function terminal(write: (text: string) => void): Screen {
  let line = ''
  const above = (message: string) => write(`${ERASE}${message}\n${line}`)
  const nothing = () => undefined
  return {
    logger: {
      debug: nothing,
      info: nothing,
      warn: (_, text) => above(text),
      error: (_, text) => above(text),
    },
    progress: (progress) => {
      line = progressLine(progress)
      write(`${ERASE}${line}`)
    },
    end: (summary) => write(`${ERASE}${summary}\n`),
  }
}

const LOG_EVERY_SECONDS = 5

/** JSON, a line of progress every five seconds at most. */
export function logs(logger: Logger): Screen {
  let next = 0
  return {
    logger,
    progress: (progress) => {
      if (progress.seconds < next) return
      next = progress.seconds + LOG_EVERY_SECONDS
      const { number, head, events } = progress
      logger.info({ number, head, events, ...paceOf(progress) }, 'progress')
    },
    end: (summary) => logger.info({}, summary),
  }
}
