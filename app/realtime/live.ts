import type { Socket } from 'socket.io'
import type { Session } from '../../core/auth/session-store.ts'
import { handShape } from '../../core/live/hand.ts'
import { type FromClient, openLiveShape, type ToClient } from '../../core/live/socket.ts'
import type { ToWeb } from '../../core/live/wire.ts'
import { lineOf } from '../../db/live/line.ts'
import type { AuthDeps } from '../auth/session.ts'
import { type Dialled, dial } from './dial.ts'
import { sieve } from './sieve.ts'

type LiveSocket = Pick<Socket<FromClient, ToClient>, 'on' | 'once' | 'emit' | 'connected'>

/** More in one second than any hand does: the rest is dropped. */
const MOST_A_SECOND = 200

function passOn(socket: LiveSocket, message: ToWeb): void {
  if (message.kind === 'told') socket.emit('live:told', { message: message.message })
  else {
    const { width, height, jpeg } = message
    socket.emit('live:picture', { width, height, jpeg })
  }
}

/**
 * Lets a member's socket see and use the worker's page of their own request. The session is looked at again when it is
 * opened; it ends with the socket. Pictures and what the hand does pass through and are kept nowhere.
 */
export function serveLive(socket: LiveSocket, { id, memberId }: Session, deps: AuthDeps): void {
  let line: Dialled | undefined
  let turn = 0
  const isFine = sieve(MOST_A_SECOND, () => deps.now().getTime())

  const hangUp = () => {
    turn++
    line?.close()
    line = undefined
  }
  const open = async (asked: unknown): Promise<boolean> => {
    hangUp()
    const mine = turn
    const { request_id: requestId } = openLiveShape.parse(asked)
    const standing = await deps.stores.sessions.read(id, deps.now())
    const found = standing && (await lineOf(deps.sql, { id: requestId, memberId }))
    if (!found) return false
    const isCurrent = () => mine === turn && socket.connected
    const dialled = await dial({
      ...found,
      requestId,
      hear: (message) => void (isCurrent() && passOn(socket, message)),
      closed: () => void (isCurrent() && socket.emit('live:end')),
    })
    if (!isCurrent()) dialled.close()
    else line = dialled
    return isCurrent()
  }

  socket.on('live:open', (asked, answer) => {
    const reply = typeof answer === 'function' ? answer : () => undefined
    open(asked).then(reply, () => reply(false))
  })
  socket.on('live:hand', (given) => {
    const hand = handShape.safeParse(given)
    if (hand.success && isFine()) line?.say({ kind: 'hand', hand: hand.data })
  })
  socket.on('live:seen', () => line?.say({ kind: 'seen' }))
  socket.on('live:close', hangUp)
  socket.once('disconnect', hangUp)
}
