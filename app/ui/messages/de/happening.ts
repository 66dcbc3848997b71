import type { words as announceForm } from '../happening/announce-form.ts'
import type { words as happeningRow } from '../happening/happening-row.ts'
import type { words as happeningView } from '../happening/happening-view.ts'
import type { words as happeningsView } from '../happening/happenings-view.ts'
import type { words as rsvp } from '../happening/rsvp.ts'
import type { words as takeDown } from '../happening/take-down.ts'
import type { words as when } from '../happening/when.ts'

export const happeningGerman: {
  'happening/announce-form': typeof announceForm
  'happening/happening-row': typeof happeningRow
  'happening/happening-view': typeof happeningView
  'happening/happenings-view': typeof happeningsView
  'happening/rsvp': typeof rsvp
  'happening/take-down': typeof takeDown
  'happening/when': typeof when
} = {
  'happening/announce-form': {
    where: 'Wo',
    chooseAShop: 'Wähl einen Shop',
    hereAtNoShop: 'Hier, in keinem Shop',
    whatThePlaceIs: 'Wie der Ort heißt',
    what: 'Was',
    title: 'Titel',
    starts: 'Beginnt',
    ends: 'Endet',
    moreAboutIt: 'Mehr dazu',
    announceIt: 'Ankündigen',
  },
  'happening/happening-row': { calledOff: 'Abgesagt', come: 'kommen' },
  'happening/happening-view': {
    loadingTheEvent: 'Das Event wird geladen',
    announcedBy: 'Angekündigt von',
    addToYourCalendar: 'In deinen Kalender',
    readMore: 'Mehr lesen',
  },
  'happening/happenings-view': {
    loadingEvents: 'Events werden geladen',
    nothingIsAnnounced: 'Hier in der Gegend ist nichts angekündigt',
    nothingIsAnnounced2: 'Nichts ist angekündigt',
    announceAMeetUp: 'Treffen ankündigen',
    events: 'Events',
    subscribeInYour: 'Im Kalender abonnieren',
    downloadOnce: 'Einmal herunterladen',
    onTheMap: 'Auf der Karte',
    everywhere: 'Überall',
  },
  'happening/rsvp': {
    doYouCome: 'Kommst du?',
    callItOff: 'Absagen',
    whoComes: 'Wer kommt',
    come: 'kommen,',
    may: 'vielleicht',
    signInToSay: 'Melde dich an, um zu sagen, dass du kommst',
  },
  'happening/take-down': {
    moderate: 'Moderieren',
    whatItBreaks: 'Was es verletzt',
    whyYouDecideSo: 'Warum du so entscheidest',
    everyoneReadsThisIn: 'Alle lesen das im Log. Nenn niemanden.',
    takeDown: 'Abbauen',
  },
  'happening/when': { noHour: '{day}, ohne Uhrzeit', fromTo: '{from} bis {to}' },
}
