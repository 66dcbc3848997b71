import { z } from 'zod'

/** Which request's page a socket wants to see. */
export const openLiveShape = z.strictObject({ request_id: z.uuid() })

/** What clients may say on the socket: to see the worker's page of a request, and to use it. Checked when it arrives. */
export type FromClient = {
  'live:open': (asked: unknown, answer: (isOpen: boolean) => void) => void
  'live:hand': (hand: unknown) => void
  /** The last picture was shown. */
  'live:seen': () => void
  'live:close': () => void
}

/** What only the member hears who asked for it, on that socket. */
export type ToClient = {
  'live:picture': (picture: { width: number; height: number; jpeg: Uint8Array }) => void
  'live:told': (told: { message: string }) => void
  /** Nothing more comes: the page was given back, or its worker is gone. */
  'live:end': () => void
}
