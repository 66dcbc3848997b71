import type { offlineWords } from '../en-offline.ts'
import type { outboxWords } from '../en-outbox.ts'
import type { words as offlineBanner } from '../live/offline-banner.ts'

export const offlineGerman: {
  'offline.offlineWords': typeof offlineWords
  'offline.outboxWords': typeof outboxWords
  'live/offline-banner': typeof offlineBanner
} = {
  'offline.offlineWords': {
    title: 'Du bist offline',
    what: 'Diese Seite ist nicht auf deinem Gerät. Sie öffnet sich von selbst, wenn du wieder da bist.',
    tryAgain: 'Noch einmal',
    keptPages: 'Auf deinem Gerät',
    nothingKept: 'Noch ist keine Seite da: Die du mit Verbindung liest, stehen dann hier.',
    write: 'Post für später schreiben',
    home: 'Start',
  },
  'offline.outboxWords': {
    title: 'Noch nicht gesendet',
    what: 'Sie gehen von selbst hinaus, wenn du wieder da bist, jeder einmal.',
    queued: 'Auf deinem Gerät behalten. Er geht von selbst hinaus, wenn du wieder da bist.',
    send: 'Jetzt senden',
    discard: 'Verwerfen',
    old: 'Über einen Tag alt. Er ist vielleicht doch hinausgegangen: Schau deine Posts an, bevor du ihn noch einmal sendest.',
    waiting: { one: '1 Post wartet auf eine Verbindung.', other: '{n} Posts warten auf eine Verbindung.' },
    sent: { one: '✓ Dein Post ist draußen.', other: '✓ {n} Posts sind draußen.' },
    photos: { one: '1 Foto', other: '{n} Fotos' },
    look: 'Ansehen',
  },
  'live/offline-banner': {
    offline: 'Offline',
    reconnecting: 'Verbindung wird wiederhergestellt. Was du siehst, kann veraltet sein.',
    kept: 'Diese Seite ist, wie du sie zuletzt gesehen hast,',
    again: 'Neu laden',
  },
}
