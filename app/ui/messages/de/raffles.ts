import type { entryWords, prizeWords, raffleMeaning, raffleStateWords, raffleWords } from '../en-raffles.ts'

export const rafflesGerman: {
  'raffles.raffleStateWords': typeof raffleStateWords
  'raffles.raffleMeaning': typeof raffleMeaning
  'raffles.prizeWords': typeof prizeWords
  'raffles.entryWords': typeof entryWords
  'raffles.raffleWords': typeof raffleWords
} = {
  'raffles.raffleStateWords': {
    planned: 'Geplant',
    opening: 'Wird eröffnet',
    open: 'Offen',
    closed: 'Wartet auf die Ziehung',
    drawn: 'Gezogen',
    settled: 'Gezogen',
    cancelled: 'Abgesagt',
    expired: 'Nicht rechtzeitig gezogen',
    refused: 'Abgelehnt',
    withdrawn: 'Zurückgenommen',
  },
  'raffles.raffleMeaning': {
    closed:
      'Niemand kann mehr mitmachen oder etwas ändern. Die Runde des Beacons entscheidet; jeder darf sie an die Chain senden.',
    cancelled: 'Es wurde abgesagt, während es offen war. Jedes Los wird von selbst zurückgezahlt.',
    expired:
      'Niemand hat die Runde des Beacons rechtzeitig gesendet. Jedes Los wird von selbst zurückgezahlt.',
  },
  'raffles.prizeWords': {
    waiting: 'Wartet auf dich',
    asked: 'Wird versendet',
    sent: 'Ist unterwegs',
    received: 'Bei dir',
  },
  'raffles.entryWords': {
    queued: 'In der Warteschlange',
    running: 'Füllt das Formular aus',
    ended: 'Vorbei',
    entered: 'Du bist dabei',
    'already-entered': 'Du warst schon dabei',
    handover: 'Du machst es fertig',
    'not-entered': 'Nicht dabei',
    'unknown-needs-member': 'Schau in deine Mails',
    'dry-run': 'Eine Probe',
  },
  'raffles.raffleWords': {
    title: 'Raffles',
    about:
      'Ein Los kostet Karma, jeder hat eins, und ein öffentlicher Beacon zieht: Die Runde, die entscheidet, steht fest, bevor jemand mitmacht.',
    none: 'Noch kein Raffle',
    noneHint: 'Wenn eins öffnet, steht es hier, mit seinen Chancen.',
    over: 'Frühere',
    enter: 'Mitmachen',
    inIt: 'Du bist dabei',
    signInToEnter: 'Anmelden und mitmachen',
    proof: 'Prüf die Ziehung selbst',
    manage: 'Raffles führen',
    shops: 'Verlosungen von Shops',
    shopsAbout:
      'Shops verlosen, wovon sie zu wenig haben, mit eigenen Formularen. SNPD trägt dich in eine ein, einmal.',
  },
}
