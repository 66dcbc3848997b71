import type { StepName } from '../../adapters/retailers/adapter.ts'

/** What a person is told while it runs; stdout stays free for the outcome. */
export type Screen = {
  step: (step: StepName, message: string) => void
  say: (message: string) => void
  end: () => void
}

const ORDER: readonly StepName[] = [
  ...(['find', 'choose', 'add', 'address', 'shipping', 'payment'] as const),
  ...(['review', 'submit', 'confirm', 'reconcile'] as const),
]
const BAR = 9
const ERASE = '\r\x1b[K'

function barOf(step: StepName): string {
  const done = Math.min(BAR, ORDER.indexOf(step) + 1)
  return `[${'#'.repeat(done)}${'-'.repeat(BAR - done)}]`
}

/** One line that is painted over. A checkout may go back a step; the bar does not. */
function terminalScreen(write: (text: string) => void, columns: () => number): Screen {
  let furthest: StepName = 'find'
  const step = (name: StepName, message: string) => {
    if (ORDER.indexOf(name) > ORDER.indexOf(furthest)) furthest = name
    write(`${ERASE}${`${barOf(furthest)} ${message}`.slice(0, columns() - 1)}`)
  }
  return { step, say: (message) => write(`${ERASE}${message}\n`), end: () => write(ERASE) }
}

/** A line each. */
function plainScreen(write: (text: string) => void): Screen {
  return {
    step: (step, message) => write(`${step}: ${message}\n`),
    say: (message) => write(`${message}\n`),
    end: () => undefined,
  }
}

/** A line that is painted over on a terminal, a line each elsewhere. */
export function screenFor(stream: NodeJS.WriteStream): Screen {
  const write = (text: string) => void stream.write(text)
  return stream.isTTY ? terminalScreen(write, () => stream.columns ?? 80) : plainScreen(write)
}
