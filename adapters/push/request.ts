import type { Message } from '../../core/notify/message.ts'

/** One POST to a receiver. */
export type PushRequest = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array
}

/** A message on its way out, and when it leaves. */
export type Outgoing = {
  message: Message
  now: Date
  /** Of our own site, for receivers elsewhere. */
  origin: string
}
