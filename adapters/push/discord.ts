import { momentOf, wordsOf } from '../../core/notify/words.ts'
import type { Outgoing, PushRequest } from './request.ts'

/** Discord's limits on an embed, in characters. */
const [MOST_TITLE, MOST_BODY] = [256, 4_000]

/** Names from elsewhere say what they say and nothing else: no link, no bold, no mention. */
function plain(text: string): string {
  return text.replace(/[\\*_~`|>#[\]()<@:]/g, '\\$&')
}

/** "4 s", "3 min", "2 h" */
function timeText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}

/** When it was seen, and how long it took from there to here: Discord shows it beneath. */
function timesOf({ message, now }: Outgoing) {
  const moment = momentOf(message)
  if (moment === null) return {}
  const text = `sent ${timeText(now.getTime() - Date.parse(moment))} after it was seen`
  return { timestamp: moment, footer: { text } }
}

/** A message to a Discord channel, by its webhook; nobody is ever mentioned. */
export function discordRequest(to: { url: string }, outgoing: Outgoing): PushRequest {
  const { message, origin } = outgoing
  const { title, body, path } = wordsOf(message)
  const embed = {
    title: plain(title).slice(0, MOST_TITLE),
    description: plain(body).slice(0, MOST_BODY),
    url: origin + path,
    ...timesOf(outgoing),
  }
  const content = { username: 'SNPD', content: '', embeds: [embed], allowed_mentions: { parse: [] } }
  return { url: to.url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) }
}
