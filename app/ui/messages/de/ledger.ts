import type { words as awards } from '../ledger/awards.ts'
import type { words as balance } from '../ledger/balance.ts'
import type { words as balanceOf } from '../ledger/balance-of.ts'
import type { words as chart } from '../ledger/chart.ts'
import type { words as ledgerView } from '../ledger/ledger-view.ts'
import type { words as movements } from '../ledger/movements.ts'
import type { words as movementsText } from '../ledger/movements-text.ts'
import type { words as verify } from '../ledger/verify.ts'
import type { words as verifyButton } from '../ledger/verify-button.ts'

export const ledgerGerman: {
  'ledger/awards': typeof awards
  'ledger/balance-of': typeof balanceOf
  'ledger/balance': typeof balance
  'ledger/chart': typeof chart
  'ledger/ledger-view': typeof ledgerView
  'ledger/movements-text': typeof movementsText
  'ledger/movements': typeof movements
  'ledger/verify-button': typeof verifyButton
  'ledger/verify': typeof verify
} = {
  'ledger/awards': {
    left: ' noch {left}',
    done: ' fertig',
    linkAWallet: 'Wallet verknüpfen',
    olderAwards: 'Ältere Gutschriften',
  },
  'ledger/balance-of': {
    thisServerDoesNot:
      'Dieser Server teilt seinen Chain-Endpunkt nicht mit Browsern, und dieser Browser hat keine Wallet, die man fragen könnte.',
    openThePageIn:
      'Öffne die Seite in einem Browser mit Wallet, oder frag irgendeinen Node nach balanceOf deiner Wallets.',
    theNodeThatWas: 'Der gefragte Node ist auf Chain {found}; SNPD lebt auf Chain {chainId}.',
    switchYourWalletTo: 'Stell deine Wallet auf Chain {chainId} um, dann versuch es noch einmal.',
  },
  'ledger/balance': {
    theMovementsBelowDo:
      '✕ Die Bewegungen unten ergeben nicht diesen Stand. Prüf gegen die Chain, und glaub der Chain.',
    nothingHasMovedYet: 'Noch hat sich nichts bewegt',
    allOfAddUp: '✓ {movements} ergeben zusammen genau das',
    reconcilesAtBlock: ': stimmt bei Block',
    balance: 'Kontostand',
    karma: 'Karma',
    earnedInAllSpending: 'insgesamt verdient; Ausgeben senkt das nie.',
  },
  'ledger/chart': {
    karma: 'Karma',
    yourBalanceOverTime:
      'Dein Kontostand im Lauf der Zeit, jetzt {last} Karma; die Tabelle unten hat die Zahlen',
    now: 'jetzt',
    theSameAsA: 'Dasselbe als Tabelle',
    balanceOverTime: 'Kontostand im Lauf der Zeit',
    changesInRows: ', {changes} Änderungen in {length} Zeilen',
    whenUtc: 'Wann, UTC',
    balance: 'Kontostand',
  },
  'ledger/ledger-view': {
    loadingYourLedger: 'Dein Ledger wird geladen',
    onTheWay: 'Unterwegs',
    notPaid: 'Nicht bezahlt',
    nothingEarnedYet: 'Noch nichts verdient',
    reportARestockWhen:
      'Meld einen Restock. Bestätigt ihn ein anderes Mitglied, werden 10 Karma in deine Wallet geprägt.',
    reportARestock: 'Restock melden',
  },
  'ledger/movements-text': { movements: { one: '1 Bewegung', other: '{n} Bewegungen' } },
  'ledger/movements': {
    tx: 'tx',
    block: '· Block',
    inBlock: '{log_index}, in Block {block_number}',
    rulesItWasEarned: 'Regeln, nach denen es verdient wurde',
    karma: 'Karma',
    onChain: 'Auf der Chain',
    olderMovements: 'Ältere Bewegungen',
    transaction: 'Transaktion',
    log: 'Log',
    yourWallet: 'Deine Wallet',
    to: 'An',
    from: 'Von',
  },
  'ledger/verify-button': {
    thisPageIsNot: 'Diese Seite ist noch nicht bereit.',
    reloadIt: 'Lade sie neu.',
    yourAddedUpHere: 'Deine {movements}, hier zusammengezählt',
    ourMirror: 'Unser Spiegel',
    theChainBalanceof: 'Die Chain: balanceOf',
    karma: '{replace} Karma',
    ourMirrorsBalanceIs: 'der Stand in unserem Spiegel weicht um {exactly} ab',
    theMovementsWeShow: 'die gezeigten Bewegungen weichen um {exactly} ab',
    ourMirrorIsOff: 'unser Spiegel weicht um {exactly} ab, die Bewegungen um {exactly2}',
    theChainSaysThe: '✓ Die Chain sagt dasselbe',
    theChainSaysSomething: '✕ Die Chain sagt etwas anderes',
    inWallet: 'In Wallet',
    theChainIsRight: '. Die Chain hat recht: Sag uns Bescheid.',
    atBlock: 'bei Block',
    verifyAgainstTheChain: 'Gegen die Chain prüfen',
  },
  'ledger/verify': {
    theNodeDoesNot:
      'Der Node kennt den Block nicht, bei dem unser Spiegel steht: Einer von beiden hängt hinterher, oder die Chain wurde gerade umgeordnet.',
    tryAgainInA: 'Versuch es gleich noch einmal. Bleibt es so, dann glaub nicht, was diese Seite sagt.',
  },
}
