import type { proposalWords, standingWords, supportWords, voteWords } from '../en-votes.ts'

export const votesGerman: {
  'votes.proposalWords': typeof proposalWords
  'votes.standingWords': typeof standingWords
  'votes.supportWords': typeof supportWords
  'votes.voteWords': typeof voteWords
} = {
  'votes.proposalWords': {
    pending: 'Öffnet bald',
    active: 'Offen',
    succeeded: 'Gewonnen',
    queued: 'Gewonnen, wartet',
    executed: 'In Kraft',
    defeated: 'Nicht angenommen',
    canceled: 'Zurückgenommen',
  },
  'votes.standingWords': {
    voted: 'Du hast abgestimmt. Eine abgegebene Stimme bleibt.',
    counts: 'Deine Stimme zählt hier.',
    'too-late':
      'Deine Stimme zählt hier nicht: Sie wurde eingeschaltet, oder dein Karma verdient, nachdem dies geöffnet hat. Sie zählt beim nächsten.',
    off: 'Deine Stimme zählt hier nicht: Sie ist nicht eingeschaltet. Schalte sie unten ein, einmal, für jeden späteren Vorschlag.',
    given:
      'Deine Stimme zählt bei dem, dem du sie gegeben hast. Nimm sie unten zurück, für jeden späteren Vorschlag.',
    'nothing-earned':
      'Deine Stimme zählt noch nicht: Du stimmst mit verdientem Karma ab, und diese Wallet hat keins verdient.',
    over: 'Es werden keine Stimmen mehr angenommen.',
  },
  'votes.supportWords': ['Dagegen', 'Dafür', 'Enthaltung'],
  'votes.voteWords': {
    votes: 'Abstimmungen',
    what: 'Mitglieder entscheiden, was SNPD als Nächstes tut. Du stimmst mit allem Karma ab, das du je verdient hast; Ausgeben kostet dich keine Stimme.',
    propose: 'Änderung vorschlagen',
    proposeWhat:
      'Sag, was sich ändern soll und warum. Stimmen genug Mitglieder zu, ändert sich das Produkt von selbst.',
    none: 'Noch keine Vorschläge',
    noneWhat: 'Wer genug Karma verdient hat, kann den ersten machen.',
    open: 'Offen',
    past: 'Frühere Abstimmungen',
    change: 'Was sich ändert',
    why: 'Warum',
    author: 'Vorgeschlagen von',
    tally: 'Wie es steht',
    yours: 'Deine Stimme hier',
    cast: 'Wer abgestimmt hat',
    nobody: 'Noch niemand hat abgestimmt.',
    say: 'Sag warum, wenn du magst',
    sayHint:
      'Alle lesen es neben deiner Stimme. Es kommt auf die Chain und kann nicht zurückgenommen werden.',
    withheld: 'Hat etwas gesagt, das die Filter der Moderation zurückhalten.',
    unread: 'Das ruft auch etwas auf, das SNPD nicht lesen kann. Stimm nur dafür, wenn du es kannst:',
    holds: 'Gilt bis heute.',
    changed: 'Eine spätere Abstimmung hat es wieder geändert.',
    takeBack: 'Zurücknehmen',
    takeBackWhat: 'Er ist deiner: Bis er öffnet, kannst du ihn zurücknehmen.',
    signIn: 'Anmelden und abstimmen',
    title: 'Titel',
    titleHint: 'Eine Zeile, die sagt, was du willst.',
    reason: 'Warum?',
    reasonHint: 'Was wird besser, und für wen?',
    knob: 'Was soll sich ändern?',
    value: 'Neuer Wert',
    on: 'An',
    off: 'Aus',
    now: 'Jetzt',
    send: 'Vorschlagen',
    features: 'Das Produkt',
    karma: 'Die Karma-Regeln',
    missing: 'Wähl, was sich ändern soll, und schreib einen Titel.',
  },
}
