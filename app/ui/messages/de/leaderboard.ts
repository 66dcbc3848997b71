import type { words as asked } from '../leaderboard/asked.ts'
import type { badgeWords } from '../leaderboard/badges.ts'
import type { words as honours } from '../leaderboard/honours.ts'
import type { words as leaderboardView } from '../leaderboard/leaderboard-view.ts'
import type { words as mine } from '../leaderboard/mine.ts'
import type { words as placePicker } from '../leaderboard/place-picker.ts'
import type { words as pool } from '../leaderboard/pool.ts'
import type { words as row } from '../leaderboard/row.ts'

export const leaderboardGerman: {
  'leaderboard/asked': typeof asked
  'leaderboard/badges': typeof badgeWords
  'leaderboard/honours': typeof honours
  'leaderboard/leaderboard-view': typeof leaderboardView
  'leaderboard/mine': typeof mine
  'leaderboard/place-picker': typeof placePicker
  'leaderboard/pool': typeof pool
  'leaderboard/row': typeof row
} = {
  'leaderboard/asked': { thisWeek: 'Diese Woche', thisMonth: 'Dieser Monat', allTime: 'Gesamte Zeit' },
  'leaderboard/badges': {
    'first-find': { name: 'Erster Fund', what: 'Eine bestätigte Meldung' },
    'regular-eyes': { name: 'Wache Augen', what: '25 bestätigte Meldungen' },
    'street-wire': { name: 'Draht zur Straße', what: '100 bestätigte Meldungen' },
    'second-pair': { name: 'Zweites Augenpaar', what: '10 Meldungen als Erstes bestätigt' },
    scout: { name: 'Scout', what: 'Zuerst einen Drop in einer Gegend gefunden' },
    pathfinder: { name: 'Pfadfinder', what: 'Zuerst 20 Drops gefunden' },
    walker: { name: 'Fußgänger', what: 'Meldungen aus 5 Gegenden' },
    traveller: { name: 'Reisender', what: 'Meldungen aus 3 Städten' },
    week: { name: 'Sieben Tage', what: 'Eine Serie von 7 Tagen' },
    month: { name: 'Dreißig Tage', what: 'Eine Serie von 30 Tagen' },
  },
  'leaderboard/honours': {
    nothingMaturedYetThe: 'Noch nichts gereift: Die erste bestätigte Meldung beginnt deine Serie.',
    yourLongestWas: ' Deine längste war {longest}.',
    noStreakAtPresent: 'Derzeit keine Serie.{best}',
    reportOrConfirm: ' Meld oder bestätige heute etwas, damit sie hält.',
    inARow: '{current} {value} in Folge.{hint}{best}',
    earned: ', verdient',
    streakAndBadges: 'Serie und Abzeichen',
    leaderboard: 'Rangliste',
    loadingYourBadges: 'Deine Abzeichen werden geladen',
    badges: 'Abzeichen',
    day: 'Tag',
    days: 'Tage',
  },
  'leaderboard/leaderboard-view': {
    period: 'Zeitraum',
    nobodyYetIn: 'Noch niemand in {place}',
    nobodyYet: 'Noch niemand',
    theFirstConfirmed: 'Die erste bestätigte Meldung dieser Zeit führt die Liste an.',
    reportARestock: 'Restock melden',
    leadersOf: 'Beste in {place}',
    leadersOfEverywhere: 'Beste überall',
    showMore: 'Mehr zeigen',
    loadingTheBoard: 'Die Rangliste wird geladen',
  },
  'leaderboard/mine': {
    hiddenYouHaveKarma: 'Verborgen. Du hast hier {karma} Karma, und niemand sieht es.',
    youAreNotOn: 'Du bist noch nicht auf dieser Liste.',
    youAreNumberWith: 'Du bist Nummer {rank}, mit {karma} Karma.',
    you: 'Du',
    hideMe: 'Verbirg mich',
    showMe: 'Zeig mich',
  },
  'leaderboard/place-picker': {
    where: 'Wo',
    everywhere: 'Überall',
    street: 'Straße',
    allOf: 'Ganz',
    around: 'Um {name}',
    show: 'Zeigen',
  },
  'leaderboard/pool': {
    scoutPoolOf: 'Scout-Pool von {name}',
    scoutPoolOf2: 'Scout-Pool von',
    of: 'von',
    karmaLeft: 'Karma übrig',
    theFirstConfirmed:
      'Die erste bestätigte Meldung eines Drops in einer Gegend, bevor er öffnet, wird daraus bezahlt: bis zu',
    timesWhereLittleIs: 'mal so viel, wo wenig gemeldet wird. Ein neuer Pool kommt am',
  },
  'leaderboard/row': {
    dayStreak: 'Serie von {count} Tagen',
    andMore: ' und {value} weitere',
    rank: 'Rang',
    you: 'Du',
  },
}
