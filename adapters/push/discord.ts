import { momentOf, wordsOf } from '../../core/notify/words.ts'
import type { Outgoing, PushRequest } from './request.ts'

/** Discord's limits on an embed, in characters. */
const [MOST_TITLE, MOST_BODY] = [256, 4_000]

/** Names from elsewhere say what they say and nothing else: no link, no bold, no mention. */
function plain(text: string): string {
  return text.replace(/[\\*_~`|>#[\]()<@:]/g, '\\$&')
}

/** A message to a Discord channel, by its webhook; nobody is ever mentioned. */
export function discordRequest(to: { url: string }, { message, origin }: Outgoing): PushRequest {
  const { title, body, path } = wordsOf(message)
  const moment = momentOf(message)
  const embed = {
    title: plain(title).slice(0, MOST_TITLE),
    description: plain(body).slice(0, MOST_BODY),
    url: origin + path,
    ...(moment ? { timestamp: moment } : {}),
  }
  const content = { username: 'SNPD', content: '', embeds: [embed], allowed_mentions: { parse: [] } }
  return { url: to.url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) }
}
