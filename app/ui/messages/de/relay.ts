import type { words as act } from '../relay/act.ts'
import type { words as follow } from '../relay/follow.ts'
import type { words as hooks } from '../relay/hooks.ts'
import type { words as onTheWay } from '../relay/on-the-way.ts'
import type { words } from '../relay/words.ts'

export const relayGerman: {
  'relay/act': typeof act
  'relay/follow': typeof follow
  'relay/hooks': typeof hooks
  'relay/on-the-way': typeof onTheWay
  'relay/words': typeof words
} = {
  'relay/act': {
    yourWalletAnswersFor: 'Deine Wallet antwortet für {address}, und signieren muss {from}.',
    chooseThatAccountIn:
      'Wähl dieses Konto in deiner Wallet, oder verknüpf das andere unter „Du“, „Wallets“.',
  },
  'relay/follow': { tx: 'tx', block: ' · Block {block_number}', onItsWay: 'Ist unterwegs' },
  'relay/hooks': { thePageIsNot: 'Die Seite ist noch nicht bereit.', tryAgain: 'Versuch es noch einmal.' },
  'relay/on-the-way': { onTheWay: 'Unterwegs' },
  'relay/words': {
    inLineSnpdSends: 'In der Warteschlange: SNPD sendet es als Nächstes',
    beingPutIntoA: 'Kommt in eine Transaktion',
    inABlockOur: 'In einem Block: Unser Spiegel liest ihn jetzt',
    doneOnChain: 'Fertig, auf der Chain',
    refusedByTheContract: 'Vom Vertrag abgelehnt',
    somethingElseTookIts: 'Etwas anderes kam an seine Stelle',
    refusedBeforeItWas: 'Abgelehnt, bevor es gesendet wurde',
    ranOutOfTime: 'Die Zeit ist abgelaufen',
    yourPass: 'Dein Pass',
    theEndOfYour: 'Das Ende deines Passes',
    yourVote: 'Deine Stimme',
    yourEntry: 'Deine Teilnahme',
    yourClaim: 'Deine Abholung',
    yourRefund: 'Deine Rückzahlung',
    yourProposal: 'Dein Vorschlag',
    yourProposalTakenBack: 'Dein Vorschlag, zurückgenommen',
    yourRaffle: 'Dein Raffle',
    yourTrade: 'Dein Tausch',
    yourCall: 'Du entscheidest',
    gettingItReady: 'wird vorbereitet',
    handingItOver: 'wird übergeben',
    of: '{signature} von {signatures}, ',
    allowItToTake: 'erlaub, das Karma zu nehmen',
    signInYourWallet: 'Signier in deiner Wallet: {which}{what}. Kein Gas.',
  },
}
