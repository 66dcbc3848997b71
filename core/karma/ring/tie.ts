/**
 * What makes the word of one member not independent of another's. The strongest first: a confirmation is refused for the
 * first that holds.
 */
export const ties = ['browser', 'wallet', 'browsers', 'flow', 'till'] as const
export type Tie = (typeof ties)[number]

const words: Readonly<Record<Tie, string>> = {
  browser: 'this account and the one that reported it were used in the same browser',
  wallet: 'one wallet belonged to this account and to the one that reported it',
  browsers:
    'this account and the one that reported it are connected by the browsers they were used in, and report from the same place',
  flow: 'karma moved between your wallet and the one of who reported it',
  till: 'your karma and that of who reported it go to the same wallet',
}

/** Why a confirmation does not count, in plain words for who gave it. */
export function tellTie(tie: Tie): string {
  return `It is written down and does not count: ${words[tie]} in the last 90 days. Someone else has to confirm it.`
}
