export type Property = { value: string; parameters: Record<string, string> }
export type Component = { name: string; properties: Record<string, Property>; within: Component[] }

/** Longest line, octets, without its break (RFC 5545, 3.1). */
const LONGEST = 75

/** Lines as they are sent, put together again. @throws Error for a line that is too long or ends otherwise than in CRLF */
function unfold(text: string): string[] {
  const sent = text.split('\r\n')
  if (/[\r\n]/.test(sent.join(''))) throw new Error('a line does not end in CRLF')
  for (const line of sent)
    if (Buffer.byteLength(line) > LONGEST) throw new Error(`${Buffer.byteLength(line)} octets: ${line}`)
  return sent
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
}

const plain = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

function readLine(line: string): { name: string; property: Property } {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line)
  if (!match) throw new Error(`no content line: ${line}`)
  const [, name = '', given = '', value = ''] = match
  const parameters = Object.fromEntries(
    [...given.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;]*)/g)].map(([, key = '', text = '']) => [key, text]),
  )
  return { name, property: { value: plain(value), parameters } }
}

/** An iCalendar stream by the letter of RFC 5545, independent of what wrote it. @throws Error where it is none */
export function readCalendar(text: string): Component {
  const root: Component = { name: '', properties: {}, within: [] }
  const open = [root]
  for (const line of unfold(text)) {
    const { name, property } = readLine(line)
    const inside = open.at(-1) ?? root
    if (name === 'BEGIN') {
      const begun = { name: property.value, properties: {}, within: [] }
      inside.within.push(begun)
      open.push(begun)
    } else if (name === 'END') {
      if (open.pop()?.name !== property.value) throw new Error(`${line} ends another component`)
    } else {
      if (name in inside.properties) throw new Error(`${name} twice`)
      inside.properties[name] = property
    }
  }
  const [calendar] = root.within
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || root.within.length !== 1)
    throw new Error('not one whole VCALENDAR')
  return calendar
}

/** Each event's properties. @throws Error for one that lacks what every event must have */
export function eventsOf({ properties, within }: Component): Record<string, Property>[] {
  if (properties.VERSION?.value !== '2.0' || !properties.PRODID)
    throw new Error('VERSION or PRODID is missing')
  const events = within.filter(({ name }) => name === 'VEVENT').map((event) => event.properties)
  for (const event of events)
    if (!event.UID || !event.DTSTAMP || !event.DTSTART) throw new Error('UID, DTSTAMP or DTSTART is missing')
  return events
}
