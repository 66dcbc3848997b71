import type { HappeningKind, RsvpAnswer } from '../../../core/happening/shape.ts'
import { inWords } from './in-words.ts'

/** What goes on. */
export const happeningWords: Record<HappeningKind, string> = inWords('site.happeningWords', {
  'meet-up': 'Meet-up',
  line: 'Line',
  release: 'Release',
  drop: 'SNPD drop',
})

/** What somebody says to it. */
export const answerWords: Record<RsvpAnswer, string> = inWords('site.answerWords', {
  going: 'I come',
  maybe: 'Maybe',
})

/** The map and what is around a place. */
export const mapWords = inWords('site.mapWords', {
  where: 'City, ZIP code or address',
  here: 'Around me',
  hereHint: 'Where you stand stays on this device; only a cell of about 5 km² is sent.',
  announceHint:
    'Where you stand stays on this device; only a cell of about 0.1 km² is sent, and everybody sees its middle.',
  unknown: 'Nobody knows this place. Check the spelling, or name the city or a ZIP code.',
  plain: 'This place was found by a service that lets it be shown on its own map alone, so here is the list.',
  quiet: 'Nothing in the last seven days.',
  peek: 'You look from far away: posts are counted for the whole city, and lines are told to who is there.',
})
