import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Logger } from '../../core/log.ts'
import { quantityShape } from './rpc.ts'

/**
 * Announcements of new blocks over WebSocket (`eth_subscribe`, `newHeads`). Only a wake-up: whatever is announced is
 * read over HTTP, and whatever is missed is found by the next poll.
 */
export type Heads = {
  /** True while the node is listened to. */
  isOpen: () => boolean
  /**
   * Resolves with the number of the newest block announced since the last call, at once when there is one; with 0
   * after `ms` milliseconds, when the signal is aborted, or when announcements begin: some may have been missed.
   */
  wait: (ms: number, signal: AbortSignal) => Promise<number>
}
type Options = {
  /** Ends the watch. */
  signal: AbortSignal
  logger: Logger
  /** A connection on which nothing was heard for so long is asked for a sign of life, then given up. */
  silenceMs?: number
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
const SILENCE_MS = 15_000

const messageShape = z.union([
  z.object({ params: z.object({ result: z.object({ number: quantityShape }) }) }),
  z.object({ id: z.int(), result: z.string() }),
])
const SUBSCRIPTION = 1
const ask = (id: number, method: string, params: string[]) =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params })
const SUBSCRIBE = ask(SUBSCRIPTION, 'eth_subscribe', ['newHeads'])
const SIGN_OF_LIFE = ask(2, 'eth_chainId', [])

/** What the node says: that it will announce blocks, a block's number, or nothing that matters. */
function heardIn(text: unknown): 'subscribed' | number | undefined {
  try {
    const message = messageShape.parse(JSON.parse(String(text)))
    if ('params' in message) return message.params.result.number
    return message.id === SUBSCRIPTION ? 'subscribed' : undefined
  } catch {
    return undefined
  }
}

type Connection = Required<Options> & { onOpen: () => void; onHead: (number: number) => void }

/** One connection, from its attempt to its end, which comes for whatever reason. */
function listen(url: string, { signal, silenceMs, onOpen, onHead }: Connection): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const socket = new WebSocket(url)
  const end = () => {
    clearInterval(patrol)
    signal.removeEventListener('abort', end)
    // A connection that is being lost need not agree to its end.
    socket.close()
    resolve()
  }
  let heard = true
  const patrol = setInterval(() => {
    if (!heard) return end()
    heard = false
    if (socket.readyState === WebSocket.OPEN) socket.send(SIGN_OF_LIFE)
  }, silenceMs)
  socket.onopen = () => socket.send(SUBSCRIBE)
  socket.onmessage = ({ data }) => {
    heard = true
    const message = heardIn(data)
    if (message === 'subscribed') onOpen()
    else if (message !== undefined) onHead(message)
  }
  socket.onerror = end
  socket.onclose = end
  signal.addEventListener('abort', end)
  return promise
}

/** Listens until stopped, connecting anew after 100 ms doubling to 5 s. Without a URL it announces nothing. */
export function watchHeads(
  url: string | undefined,
  { signal, logger, silenceMs = SILENCE_MS }: Options,
): Heads {
  let isOpen = false
  let newest = 0
  let wake: (() => void) | undefined
  const onHead = (number: number) => {
    newest = number
    wake?.()
  }
  const watch = async (where: string) => {
    const { origin } = new URL(where)
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      const onOpen = () => {
        logger.debug({ origin }, 'new blocks are announced')
        isOpen = true
        pause = FIRST_PAUSE_MS
        wake?.()
      }
      await listen(where, { signal, logger, silenceMs, onOpen, onHead })
      if (signal.aborted) return
      logger.warn({ origin, retry_ms: pause }, 'new blocks are no longer announced; polling goes on')
      isOpen = false
      await sleep(pause, undefined, { signal }).catch(() => undefined)
    }
  }
  if (url !== undefined) void watch(url)
  const wait = async (ms: number, stop: AbortSignal): Promise<number> => {
    if (newest === 0) {
      const waking = new AbortController()
      wake = () => waking.abort()
      await sleep(ms, undefined, { signal: AbortSignal.any([waking.signal, stop]) }).catch(() => undefined)
    }
    const announced = newest
    newest = 0
    return announced
  }
  return { isOpen: () => isOpen, wait }
}
