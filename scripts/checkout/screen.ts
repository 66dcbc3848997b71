import type { StepName } from '../../adapters/retailers/adapter.ts'

/** What a person is told while it runs; stdout stays free for the outcome. */
export type Screen<Step extends string = StepName> = {
  step: (step: Step, message: string) => void
  say: (message: string) => void
  end: () => void
}

/** The steps of a checkout; reconcile is not one that every walk takes. */
export const checkoutSteps: readonly StepName[] = [
  ...(['find', 'choose', 'add', 'address', 'shipping', 'payment'] as const),
  ...(['review', 'submit', 'confirm', 'reconcile'] as const),
]
const ERASE = '\r\x1b[K'

function barOf(at: number, length: number): string {
  const done = Math.min(length, at + 1)
  return `[${'#'.repeat(done)}${'-'.repeat(length - done)}]`
}

/** One line that is painted over. A walk may go back a step; the bar does not. */
function terminalScreen<Step extends string>(
  order: readonly Step[],
  write: (text: string) => void,
  columns: () => number,
): Screen<Step> {
  let furthest = 0
  const step = (name: Step, message: string) => {
    furthest = Math.max(furthest, order.indexOf(name))
    write(`${ERASE}${`${barOf(furthest, order.length - 1)} ${message}`.slice(0, columns() - 1)}`)
  }
  return { step, say: (message) => write(`${ERASE}${message}\n`), end: () => write(ERASE) }
}

/** A line each. */
function plainScreen<Step extends string>(write: (text: string) => void): Screen<Step> {
  return {
    step: (step, message) => write(`${step}: ${message}\n`),
    say: (message) => write(`${message}\n`),
    end: () => undefined,
  }
}

/** A line that is painted over on a terminal, a line each elsewhere. */
export function screenFor<Step extends string>(
  stream: NodeJS.WriteStream,
  order: readonly Step[],
): Screen<Step> {
  const write = (text: string) => void stream.write(text)
  return stream.isTTY ? terminalScreen(order, write, () => stream.columns ?? 80) : plainScreen(write)
}
