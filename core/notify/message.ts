import type { Alert } from '../alert/shape.ts'

/** What goes to a channel in one piece: an alert, several that waited together, or none: a test. */
export type Message = {
  /** What the receiver knows it by; the alert's own id where there is one alone. The same at each repetition. */
  id: string
  alerts: readonly Alert[]
}
