import type { z } from 'zod'
import { type AppEvent, appEventShape, type ChainEvent, chainEventShape } from '../../core/events.ts'
import type { SaidName } from '../../core/live/missed.ts'
import type { Logger } from '../../core/log.ts'
import { ofGroup, roomsOfPost, type Told } from '../../core/post/rooms.ts'
import type { PostNews } from '../../core/post/socket.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'
import { walletOwners } from '../../db/members/wallets.ts'
import { hearersOf } from '../../db/trades/hearers.ts'
import type { Recent } from './recent.ts'
import { rooms, type ServerEvents, type Sockets } from './server.ts'
import { throttleLatest } from './throttle.ts'

const BLOCK_MS = 1000

const newsOf = ({ post_id, root_id, fresh }: Told): PostNews => ({ post_id, root_id, fresh })

/** Whoever was shut out of a group hears nothing of it any more. */
function lookAgain(io: Sockets, room: string): void {
  const { sockets, adapter } = io.sockets
  for (const id of adapter.rooms.get(room) ?? []) void sockets.get(id)?.data.lookAgain?.()
}

type Said = Pick<ServerEvents, SaidName | 'post' | 'call'>
type Tell = <Name extends keyof Said>(
  to: string | string[],
  name: Name,
  ...what: Parameters<Said[Name]>
) => void
type Line = { io: Sockets; sql: Sql; tell: Tell }

/** Says it on the sockets of this process, and keeps in mind that it did, for pages whose line is not up yet. */
function createTell(io: Sockets, recent: Recent): Tell {
  return (to, name, ...what) => {
    recent.note(name, [to].flat())
    io.local.to(to).emit(name, ...what)
  }
}

function passOnGroup({ io, tell }: Line, { group_id, member_id }: Extract<AppEvent, { kind: 'group' }>) {
  tell(rooms.member(member_id), 'group', { group_id })
  lookAgain(io, rooms.member(member_id))
}

function passOn(line: Line, event: AppEvent): void {
  const { tell } = line
  if (event.kind === 'restock') tell(rooms.everyone, 'restock', { restock_id: event.restock_id })
  else if (event.kind === 'post') tell(roomsOfPost(event), 'post', newsOf(event))
  else if (event.kind === 'raffle') tell(rooms.everyone, 'raffle', {})
  else if (event.kind === 'group') passOnGroup(line, event)
  else if (event.kind === 'call') tell(ofGroup(event.group_id), 'call', { group_id: event.group_id })
  else if (event.kind === 'trade') tell(rooms.member(event.member_id), 'trade', { trade_id: event.trade_id })
  else if (event.kind === 'award') tell(rooms.member(event.member_id), 'ledger', {})
  else tell(rooms.member(event.member_id), event.kind, { request_id: event.request_id })
}

/** What the rooms of whoever a block is about are: all who are signed in, when it is too much to tell. */
async function roomsOfOwners(sql: Sql, { all, accounts }: ChainEvent): Promise<string[]> {
  if (all) return [rooms.members]
  if (accounts.length === 0) return []
  return (await walletOwners(sql, accounts as Hex[])).map(rooms.member)
}

/** Tallies, and what votes decided, are for all, signed in or not; no oftener than blocks. */
function openVotes(tell: Tell) {
  const of = (name: 'votes' | 'flags') =>
    throttleLatest(BLOCK_MS, (block_number: number) => tell(rooms.everyone, name, { block_number }))
  const [votes, flags] = [of('votes'), of('flags')]
  return {
    tell: (event: ChainEvent) => {
      if (event.all || event.proposals.length > 0) votes.push(event.block_number)
      if (event.all || event.flags.length > 0) flags.push(event.block_number)
    },
    stop: () => {
      votes.stop()
      flags.stop()
    },
  }
}

async function tellOwners({ io, sql, tell }: Line, event: ChainEvent): Promise<void> {
  const theirs = await roomsOfOwners(sql, event)
  if (theirs.length === 0) return
  tell(theirs, 'ledger', { block_number: event.block_number })
  for (const room of theirs) lookAgain(io, room)
}

/** What one side does about its bond touches no account of the other. */
async function tellTraders({ sql, tell }: Line, { trades }: ChainEvent): Promise<void> {
  if (trades.length === 0) return
  for (const { trade_id, member_id } of await hearersOf(sql, trades as Hex[]))
    tell(rooms.member(member_id), 'trade', { trade_id })
}

/**
 * Passes Postgres notifications on to the sockets of this process. Every web process listens for itself and speaks to
 * its own sockets alone; only the end of a session goes to the others too, who may have missed it.
 *
 * Notifications sent while the connection was lost are gone. So when it comes back, every socket's transport is closed:
 * clients reconnect by themselves and ask what they missed, which nobody knows then, so that they fetch all anew.
 * @returns stops listening
 */
export async function relay(
  io: Sockets,
  { sql, logger, recent }: { sql: Sql; logger: Logger; recent: Recent },
): Promise<() => Promise<void>> {
  const tell = createTell(io, recent)
  const line = { io, sql, tell }
  const blocks = throttleLatest(BLOCK_MS, (block_number: number) => io.local.emit('block', { block_number }))
  const votes = openVotes(tell)
  const parsed = <Shape extends z.ZodType>(shape: Shape, handle: (event: z.infer<Shape>) => unknown) => {
    return async (payload: string) => {
      try {
        await handle(shape.parse(JSON.parse(payload)))
      } catch (err) {
        logger.error({ err }, 'a notification was not passed on')
      }
    }
  }
  let listening = false
  const resync = () => {
    recent.begin()
    if (listening) for (const socket of io.sockets.sockets.values()) socket.conn.close()
  }
  const subscriptions = await Promise.all([
    sql.listen(
      'app',
      parsed(appEventShape, (event) => passOn(line, event)),
      resync,
    ),
    sql.listen(
      'chain',
      parsed(chainEventShape, async (event) => {
        blocks.push(event.block_number)
        if (event.all || event.raffles.length > 0) tell(rooms.everyone, 'raffle', {})
        votes.tell(event)
        await tellOwners(line, event)
        await tellTraders(line, event)
      }),
    ),
    sql.listen('session', (id) => io.in(rooms.session(id)).disconnectSockets(true)),
  ])
  recent.begin()
  listening = true
  return async () => {
    blocks.stop()
    votes.stop()
    await Promise.all(subscriptions.map((subscription) => subscription.unlisten().catch(() => undefined)))
  }
}
