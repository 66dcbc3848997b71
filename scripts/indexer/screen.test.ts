import { expect, test } from 'vitest'
import { logs, terminal } from './screen.ts'

const progress = { began: 0, number: 5, head: 10, events: 3, seconds: 1 }

test('a terminal has one line, painted over, and warnings above it', () => {
  let text = ''
  const screen = terminal((part) => {
    text += part
  })
  screen.progress(progress)
  screen.progress({ ...progress, number: 6 })
  screen.logger.info({}, 'quiet')
  screen.logger.warn({}, 'The chain does not answer.')
  screen.end('Done.')
  const erase = '\r\x1b[K'
  const second = 'block 6 of 10 | 3 events, 3/s | 1 s left'
  expect(text).toBe(
    [
      `${erase}block 5 of 10 | 3 events, 3/s | 1 s left`,
      `${erase}${second}`,
      `${erase}The chain does not answer.\n${second}`,
      `${erase}Done.\n`,
    ].join(''),
  )
})

test('logs tell the progress every five seconds', () => {
  const lines: unknown[] = []
  const nothing = () => undefined
  const info = (fields: object, message: string) => void lines.push({ ...fields, message })
  const screen = logs({ debug: nothing, info, warn: nothing, error: nothing })
  for (const seconds of [0.5, 1, 5, 5.5, 6, 12]) screen.progress({ ...progress, seconds })
  screen.end('Done.')
  expect(lines).toEqual([
    {
      number: 5,
      head: 10,
      events: 3,
      blocks_left: 5,
      events_per_second: 6,
      seconds_left: 1,
      message: 'progress',
    },
    expect.objectContaining({ events_per_second: 1, message: 'progress' }),
    expect.objectContaining({ events_per_second: 0, message: 'progress' }),
    { message: 'Done.' },
  ])
})
