import type { words as acts } from '../vote/acts.ts'
import type { words as changes } from '../vote/changes.ts'
import type { words as draft } from '../vote/draft.ts'
import type { words as ownVote } from '../vote/own-vote.ts'
import type { words as proposalView } from '../vote/proposal-view.ts'
import type { words as proposeView } from '../vote/propose-view.ts'
import type { words as tally } from '../vote/tally.ts'
import type { words as timing } from '../vote/timing.ts'
import type { words as valueField } from '../vote/value-field.ts'
import type { words as votesView } from '../vote/votes-view.ts'

export const voteGerman: {
  'vote/acts': typeof acts
  'vote/changes': typeof changes
  'vote/draft': typeof draft
  'vote/own-vote': typeof ownVote
  'vote/proposal-view': typeof proposalView
  'vote/propose-view': typeof proposeView
  'vote/tally': typeof tally
  'vote/timing': typeof timing
  'vote/value-field': typeof valueField
  'vote/votes-view': typeof votesView
} = {
  'vote/acts': {
    castYourVote: 'Deine Stimme abgeben',
    takeTheProposalBack: 'Den Vorschlag zurücknehmen',
    proposeTheChange: 'Die Änderung vorschlagen',
  },
  'vote/changes': { unreadable: 'Unlesbar' },
  'vote/draft': { thatIsWhatHolds: 'Das gilt schon jetzt.' },
  'vote/own-vote': { itWeighs: 'Sie wiegt', youCanCastIt: 'Du kannst sie abgeben, sobald dies öffnet.' },
  'vote/proposal-view': { loadingTheProposal: 'Der Vorschlag wird geladen' },
  'vote/propose-view': {
    itOpens: 'Er öffnet',
    afterYouProposeIt: 'nachdem du ihn gemacht hast. Wer bis dahin Karma verdient hat, kann abstimmen.',
    membersVoteFor: 'Abgestimmt wird',
    itWinsWithMore: 'Er gewinnt mit mehr Karma dafür als dagegen, wenn',
    ofAllKarmaEver: '% von allem je verdienten Karma dafür ist oder sich enthält.',
    afterThatTheProduct: 'danach ändert sich das Produkt von selbst.',
    theMirrorHasNot:
      'Der Spiegel hat die Regeln für Abstimmungen noch nicht gelesen. Versuch es gleich noch einmal.',
    proposingTakes: 'Vorschlagen braucht',
    earnedAndAVote: 'verdient und eine eingeschaltete Stimme; deine hat',
    karmaOfVotesEarn: 'Karma an Stimmen. Verdien noch etwas, oder bitte ein Mitglied, das genug hat.',
    loadingWhatCanChange: 'Was sich ändern kann, wird geladen',
  },
  'vote/tally': {
    enoughTookPartKarma: 'Genug haben mitgemacht: {quorum} Karma waren nötig.',
    moreKarmaMustBe:
      '{missing} Karma mehr müssen dafür sein oder sich enthalten, von {quorum} nötigen, sonst scheitert es.',
    vote: 'Stimme',
    votes: 'Stimmen',
  },
  'vote/timing': {
    whoseVotesCountIs: 'Wessen Stimmen zählen, steht fest, wenn er öffnet,',
    closes: 'Schließt',
    itWonSnpdPuts: 'Er hat gewonnen. SNPD stellt ihn in die Reihe; das kann auch jeder andere tun.',
    itWonAndEveryone: 'Er hat gewonnen, und alle können sehen, was kommt. Er wirkt',
    takenBackNothing: 'Zurückgenommen: Nichts ändert sich.',
    inForceSince: 'In Kraft seit',
    closed: 'Zu',
  },
  'vote/value-field': { fromTo: 'Von {option} bis {option2}' },
  'vote/votes-view': { loadingVotes: 'Abstimmungen werden geladen', olderOnes: 'Ältere' },
}
