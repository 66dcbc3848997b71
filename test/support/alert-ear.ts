import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { AlertFilter } from '../../core/alert/filter.ts'
import type {
  AlertsFromClient,
  AlertsToClient,
  FollowAlerts,
  FollowAnswer,
  SentAlert,
} from '../../core/alert/socket.ts'

export type Ear = {
  heard: SentAlert[]
  gaps: { after: number }[]
  /** How far the log was said to be. */
  marks: { after: number }[]
  /** To the last question. */
  answer: FollowAnswer
  /** Of those heard. */
  restocks: () => (string | undefined)[]
  follow: (asked: FollowAlerts) => Promise<FollowAnswer>
  isOpen: () => boolean
  close: () => void
}

export type EarOptions = {
  origin: string
  filters: AlertFilter[]
  after?: number | undefined
  headers?: Record<string, string>
}

/** A client that has asked for alerts and writes down what it hears; it does not come back when its line is lost. */
export async function openEar({ origin, filters, after, headers = {} }: EarOptions): Promise<Ear> {
  const socket: Socket<AlertsToClient, AlertsFromClient> = io(origin, {
    ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: headers,
  })
  onTestFinished(() => void socket.disconnect())
  const heard: SentAlert[] = []
  const gaps: { after: number }[] = []
  const marks: { after: number }[] = []
  socket.on('alert', (alert) => void heard.push(alert))
  socket.on('alerts:at', (mark) => void marks.push(mark))
  socket.on('alerts:gap', (gap) => void gaps.push(gap))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const follow = (asked: FollowAlerts) =>
    new Promise<FollowAnswer>((resolve, reject) => {
      socket.once('disconnect', () => reject(new Error('the line was lost')))
      socket.emit('alerts:follow', asked, resolve)
    })
  const answer = await follow({ filters, ...(after !== undefined && { after }) })
  const restocks = () => heard.map((alert) => (alert.kind === 'restock' ? alert.restock_id : undefined))
  return {
    ...{ heard, gaps, marks, answer, restocks, follow },
    isOpen: () => socket.connected,
    close: () => void socket.disconnect(),
  }
}
