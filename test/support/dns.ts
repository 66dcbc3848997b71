import { createSocket } from 'node:dgram'

/** The answers a name gives, one list per time it is asked; the last one stays. */
export type Zone = Record<string, string[][]>

export type TestDns = {
  /** "address:port" */
  server: string
  /** How often each name was asked for its A records. */
  asked: Map<string, number>
  close: () => void
}

/** The labels of the question's name, and where its type begins (RFC 1035, 4.1.2). */
function questionOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

function recordOf(address: string, type: number): Buffer {
  const v4 = Buffer.from(address.split('.').map(Number))
  const v6 = () => {
    const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
    const [front = [], back = []] = groups.map((part) => part.split(':').filter(Boolean))
    const all = [...front, ...Array(8 - front.length - back.length).fill('0'), ...back]
    return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
  }
  const data = type === 1 ? v4 : v6()
  // A pointer to the question's name, the type, class IN, a life of 0 s, the data's length.
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length])
  return Buffer.concat([head, data])
}

/** A real DNS server on loopback that answers from a table, differently each time if told so. */
export async function startDns(zone: Zone): Promise<TestDns> {
  const asked = new Map<string, number>()
  const socket = createSocket('udp4')
  const times = new Map<string, number>()
  socket.on('message', (query, { port, address }) => {
    const { name, end } = questionOf(query)
    const type = query.readUInt16BE(end)
    const key = `${name} ${type}`
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    if (type === 1) asked.set(name, nth + 1)
    const lists = zone[name]
    const all = lists?.[Math.min(nth, lists.length - 1)] ?? []
    const records = all.filter((one) => one.includes(':') === (type === 28)).map((one) => recordOf(one, type))
    const head = Buffer.from(query.subarray(0, 12))
    // An answer, recursion available; 3 when there is no such name.
    head.writeUInt16BE(0x8180 | (lists ? 0 : 3), 2)
    head.writeUInt16BE(records.length, 6)
    head.writeUInt32BE(0, 8)
    socket.send(Buffer.concat([head, query.subarray(12, end + 4), ...records]), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { server: `127.0.0.1:${socket.address().port}`, asked, close: () => socket.close() }
}
