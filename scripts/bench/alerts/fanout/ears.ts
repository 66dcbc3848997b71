import { WebSocket } from 'ws'

/** What a process of ears answers its parent: how much all of them heard since the last question, and how late. */
export type Report = {
  /** Milliseconds between `sent_at` and the arrival, of each. */
  ms: number[]
  /** One of what was heard, as it came. */
  sample: string
}

/** Opened at a time: more would knock against the server's backlog. */
const TOGETHER = 50
const { URL_OF_SERVER = '', EARS = '0' } = process.env
/** Ours speaks Engine.IO's and Socket.IO's protocol; both by the same client, so that only the servers differ. */
const isOurs = URL_OF_SERVER.includes('EIO=4')

let report: Report = { ms: [], sample: '' }

function hear(text: string): void {
  const at = text.indexOf('"sent_at":"')
  report.ms.push(Date.now() - Date.parse(text.slice(at + 11, at + 35)))
  report.sample = text
}

/** Engine.IO 4: '0' opens, '2' pings; Socket.IO 5: '40' connects, '42' is an event, '43' an answer. */
function speak(socket: WebSocket, ready: () => void): void {
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text.startsWith('42["alert"')) hear(text)
    else if (text === '2') socket.send('3')
    else if (text.startsWith('0')) socket.send('40')
    else if (text.startsWith('40')) socket.send('420["alerts:follow",{"filters":[{}]}]')
    else if (text.startsWith('430')) ready()
  })
}

function open(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(URL_OF_SERVER, { perMessageDeflate: false })
    socket.once('error', reject)
    socket.once('close', () => process.exit(1))
    if (isOurs) return speak(socket, resolve)
    socket.on('message', (data: Buffer) => hear(data.toString()))
    socket.once('open', resolve)
  })
}

for (let left = Number(EARS); left > 0; left -= TOGETHER)
  await Promise.all(Array.from({ length: Math.min(TOGETHER, left) }, open))
process.on('message', () => {
  process.send?.(report)
  report = { ms: [], sample: '' }
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ ready: true })
