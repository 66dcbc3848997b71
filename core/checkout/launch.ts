// Pages of pairs that are not sold yet: what they say, and from when on.

const WORDS =
  /\b(coming soon|launch(es|ing)?|drops? (on|at|in)|releas(es|ing)|available (on|at|in|from)|(on|goes on) sale (on|at|in|from)|not yet (available|on sale)|erscheint|demnächst|bientôt|disponible (le|el|à partir|a partir)|próximamente|prossimamente|in arrivo|binnenkort|em breve)\b|近日発売|発売予定/i
const CLOCK = /(?<![\d:])(?:(\d{1,2}):)?(\d{1,2}):(\d{2}):(\d{2})(?![\d:])/
const SPOKEN =
  /(?:(\d{1,3})\s*(?:d|days?|tage?|jours?|días?)\W+)?(?:(\d{1,2})\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\W+)?(\d{1,2})\s*(?:m|mins?|minut\p{L}*)\W+(\d{1,2})\s*(?:s|secs?|seco?nd\p{L}*|sek\p{L}*)(?!\p{L})/iu
/** A day without a time of day, or a time without a zone, does not say when. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/
/** A page may take so long to notice that its time has come. */
const JUST_MS = 10 * 60_000

/** What a countdown has left, in milliseconds; null where the text has none. */
function countdownIn(text: string): number | null {
  const [found, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    CLOCK.exec(text) ?? SPOKEN.exec(text) ?? []
  if (found === undefined) return null
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/**
 * When a page says that its pair goes on sale: by an instant that machines can read, else by a countdown. Null where it
 * speaks of no launch, or names no time.
 * @param instants as the page writes them (ISO 8601)
 * @param now milliseconds since 1970
 */
export function readLaunch(text: string, instants: readonly string[], now: number): Date | null {
  if (!WORDS.test(text)) return null
  const times = instants
    .filter((each) => INSTANT.test(each))
    .map((each) => Date.parse(each))
    .filter((time) => time > now - JUST_MS)
  if (times.length > 0) return new Date(Math.min(...times))
  const left = countdownIn(text)
  return left === null ? null : new Date(now + left)
}
