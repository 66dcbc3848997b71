import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../core/random.ts'

/** Of RFC 6455, 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const SUBSCRIBED = '{"jsonrpc":"2.0","id":1,"result":"0x1"}'
/** What can become of an announcement, and how often in a hundred; the others arrive as they should. */
const announcementFaults = {
  'announcement lost': 20,
  'announced twice': 12,
  'announced late': 12,
  'announced a block to come': 10,
  'announced an old block': 8,
  'announced nonsense': 6,
  'announcements end': 4,
} as const
type Fault = keyof typeof announcementFaults
const LATE_MS = 12

/** A text frame of a server: unmasked, of less than 64 KiB. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const head = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([0x81, ...head]), body])
}

const announcement = (number: number) =>
  `{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"0x1","result":{"number":"0x${number.toString(16)}"}}}`

function chosen(random: Random): Fault | undefined {
  let rest = random(100)
  for (const [name, share] of Object.entries(announcementFaults)) {
    if (rest < share) return name as Fault
    rest -= share
  }
  return undefined
}

/** A connection, as far as a client of `eth_subscribe` can tell. */
function accept(socket: Socket, key: string): void {
  const answer = createHash('sha1').update(`${key}${MAGIC}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
  )
  // The first thing a client says is that it wants to hear of blocks.
  socket.once('data', () => socket.write(frame(SUBSCRIBED)))
}

/** What is sent of a block, if anything. */
const told: Record<
  Exclude<Fault, 'announcements end' | 'announced late'>,
  (n: number, random: Random) => string[]
> = {
  'announcement lost': () => [],
  'announced twice': (number) => [announcement(number), announcement(number)],
  'announced a block to come': (number, random) => [
    announcement(number + 1 + random(random(4) === 0 ? 2 ** 40 : 5)),
  ],
  'announced an old block': (number, random) => [announcement(Math.max(0, number - random(60)))],
  'announced nonsense': (_, random) =>
    ['{', '{"params":{"result":{"number":"0xzz"}}}', announcement(-1), '[]'].slice(random(4)),
}

export type FaultyHeads = { announce: (number: number) => void; kill: () => void }

/** Announces a node's new blocks over WebSocket, on the server that answers its calls; badly, unless told to be calm. */
export function startFaultyHeads(
  server: Server,
  { random, isCalm, onFault }: { random: Random; isCalm: () => boolean; onFault: (name: string) => void },
): FaultyHeads {
  const sockets = new Set<Socket>()
  server.on('upgrade', (request, socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    accept(socket, request.headers['sec-websocket-key'] ?? '')
  })
  const send = (texts: string[]) => {
    for (const socket of sockets) for (const text of texts) socket.write(frame(text))
  }
  const kill = () => {
    for (const socket of sockets) socket.destroy()
  }
  const announce = (number: number) => {
    const fault = isCalm() ? undefined : chosen(random)
    if (!fault) return send([announcement(number)])
    onFault(fault)
    if (fault === 'announcements end') return kill()
    if (fault === 'announced late') return void sleep(LATE_MS).then(() => send([announcement(number)]))
    send(told[fault](number, random))
  }
  return { announce, kill }
}
