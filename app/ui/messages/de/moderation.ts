import type { words as appealsPart } from '../moderation/appeals-part.ts'
import type { words as blocks } from '../moderation/blocks.ts'
import type { words as caseRow } from '../moderation/case-row.ts'
import type { words as casesPart } from '../moderation/cases-part.ts'
import type { words as conductView } from '../moderation/conduct-view.ts'
import type { words as decideCase } from '../moderation/decide-case.ts'
import type { words as filtersPart } from '../moderation/filters-part.ts'
import type { words as logView } from '../moderation/log-view.ts'
import type { words as memberPart } from '../moderation/member-part.ts'
import type { words as moderationView } from '../moderation/moderation-view.ts'

export const moderationGerman: {
  'moderation/appeals-part': typeof appealsPart
  'moderation/blocks': typeof blocks
  'moderation/case-row': typeof caseRow
  'moderation/cases-part': typeof casesPart
  'moderation/conduct-view': typeof conductView
  'moderation/decide-case': typeof decideCase
  'moderation/filters-part': typeof filtersPart
  'moderation/log-view': typeof logView
  'moderation/member-part': typeof memberPart
  'moderation/moderation-view': typeof moderationView
} = {
  'moderation/appeals-part': {
    thisIsAboutYou:
      'Hier geht es um dich oder deine Entscheidung: Jemand anderes aus der Moderation entscheidet.',
    theMemberReadsThis: 'Das Mitglied liest das, und alle im Log.',
    grantUndoIt: 'Stattgeben: rückgängig machen',
    takenDown: ' entfernt',
    againstA: '{username}, gegen: {against}',
    theAuthor: 'Wer es geschrieben hat',
    aModeratorWhoLeft: 'Jemand aus der Moderation, der gegangen ist',
    appeals: 'Einsprüche',
    loadingTheAppeals: 'Die Einsprüche werden geladen',
    olderAppeals: 'Ältere Einsprüche',
  },
  'moderation/blocks': {
    letBackIn: 'Wieder hereinlassen',
    looking: 'Wird gesucht',
    nobodyTheMenuOf: 'Niemanden. Im Menü eines Posts stehen Stummschalten und Blockieren.',
    blockedAndMuted: 'Blockiert und stumm',
    blocked: 'blockiert',
    muted: 'stumm',
  },
  'moderation/case-row': {
    itsAuthorLeftThe: 'Wer es geschrieben hat, ist gegangen; die Worte gingen mit.',
    nowSays: 'Jetzt steht da',
    nothingItWasTaken: 'Nichts: Es wurde zurückgenommen.',
    inThePost: 'Im Post',
    anotherModerator: 'Jemand anderes aus der Moderation',
    looksAtIt: 'sieht es sich an.',
    giveItBack: 'Zurückgeben',
    takeIt: 'Übernehmen',
    somebodyAnonymous: 'jemand Anonymes',
    nobodyWhoIsStill: 'niemand, der noch hier ist',
    by: 'von',
    strikes: '· Strikes:',
    hidden: 'verborgen',
    seeItInIts: 'an seinem Ort ansehen',
  },
  'moderation/cases-part': {
    cases: 'Fälle',
    loadingTheQueue: 'Die Warteschlange wird geladen',
    moreCases: 'Mehr Fälle',
  },
  'moderation/conduct-view': {
    appeal: 'Einspruch',
    appeal2: 'Einspruch einlegen',
    whyItWasWrong: 'Warum es falsch war',
    anotherModeratorReads: 'Jemand anderes aus der Moderation liest es und entscheidet.',
    sendTheAppeal: 'Einspruch senden',
    nothing: 'Nichts.',
    takenDown: 'Entfernt',
    itsStrikeWasLifted: ' · sein Strike wurde aufgehoben',
    aStrikeOver: '· ein Strike, vorbei',
    none: 'Keine.',
    mutes: 'Stummschaltungen',
    over: 'vorbei',
    whatModeratorsDidAll: 'Was die Moderation getan hat, alles davon',
    moderate: 'Moderieren',
    looking: 'Wird gesucht',
    youAreMutedYou: 'Du bist stumm: Du kannst lesen, und wieder schreiben',
    youCanWrite: 'Du kannst schreiben.',
    strikesAgainstYou: 'Strikes gegen dich:',
    whomYouDoNot: 'Wen du nicht siehst',
  },
  'moderation/decide-case': {
    whatItBreaks: 'Was es verletzt',
    whyYouDecideSo: 'Warum du so entscheidest',
    everyoneReadsThisIn: 'Alle lesen das im Log. Nenn niemanden.',
    takeDownWithA: 'Entfernen, mit Strike',
    takeDown: 'Abbauen',
    letItStand: 'Stehen lassen',
  },
  'moderation/filters-part': {
    andAllBelowIt: 'und alles darunter',
    remove: 'Entfernen',
    what: 'Was',
    words: 'Worte',
    aDomain: 'Eine Domain',
    pattern: 'Muster',
    wholeWordsHoweverThey: 'Ganze Worte, wie auch immer geschrieben',
    postsWithIt: 'Posts damit',
    areRefused: 'werden abgelehnt',
    waitForYou: 'warten auf dich',
    add: 'Hinzufügen',
    loadingTheFilters: 'Die Filter werden geladen',
    none: 'Keine.',
    filters: 'Filter',
    refused: 'abgelehnt',
    held: 'angehalten',
  },
  'moderation/log-view': {
    byVotesOrA: 'durch Stimmen oder einen Filter',
    aModeratorWhoLeft: 'jemand aus der Moderation, der gegangen ist',
    loadingTheLog: 'Das Log wird geladen',
    nothingYet: 'Noch nichts',
    nothingWasTakenDown: 'Nichts wurde entfernt, und niemand stummgeschaltet.',
    log: 'Log',
    olderEntries: 'Ältere Einträge',
  },
  'moderation/member-part': {
    anHour: 'eine Stunde',
    aDay: 'einen Tag',
    aWeek: 'eine Woche',
    mutedOver: 'Stumm; vorbei',
    let: 'Lass',
    speak: 'wieder schreiben',
    muteFor: 'Stumm für',
    why: 'Warum',
    readsThisAndEveryone: '{username} liest das, und alle im Log.',
    mute: 'Stummschalten',
    notes: 'Notizen',
    aModeratorWhoLeft: 'Jemand aus der Moderation, der gegangen ist',
    note: 'Notiz',
    moderatorsReadItAnd: 'Die Moderation liest sie, und sie steht im Export des Mitglieds.',
    leaveTheNote: 'Notiz hinterlassen',
    joined: ', seit',
    strikesInForce: '· Strikes in Kraft:',
    takenDown: 'Entfernt',
    username: 'Benutzername',
    lookUp: 'Nachschlagen',
    looking: 'Wird gesucht',
  },
  'moderation/moderation-view': {
    forModerators: 'Für die Moderation',
    whatMembersReportIs: 'Was Mitglieder melden, wird hier entschieden.',
    theLog: 'Das Log',
    saysWhatWasDone: 'sagt allen, was getan wurde.',
    queue: 'Warteschlange',
    appeals: 'Einsprüche',
    members: 'Mitglieder',
    filters: 'Filter',
  },
}
