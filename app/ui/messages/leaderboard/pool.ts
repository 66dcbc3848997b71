import { inWords } from '../in-words.ts'

export const words = inWords('leaderboard/pool', {
  scoutPoolOf: 'Scout pool of {name}',
  scoutPoolOf2: 'Scout pool of',
  of: 'of',
  karmaLeft: 'karma left',
  theFirstConfirmed:
    'The first confirmed report of a drop in an area, before it opens, is paid from it: up to',
  timesWhereLittleIs: 'times where little is reported. A new pool comes on',
})
