import { resultWays } from '../../../core/group/win-loss.ts'
import { resultWords, wayWords } from '../messages/en-guild.ts'

/** What a pair was tried by: a way of the member's own, or the assistant and what it knows of the shop. */
export function adapterText(adapter: string): string {
  const way = resultWays.find((each) => each === adapter)
  if (way) return wayWords[way]
  return adapter === 'unknown' ? resultWords.unknown : `${resultWords.assistant}: ${adapter}`
}
