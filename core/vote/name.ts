import type { FeatureName } from '../feature/features.ts'

/** What each feature is, as a member says it. */
const ofFeatures: Readonly<Record<FeatureName, string>> = {
  'app.posts.anonymous': 'Posts without a name',
  'app.posts.hide-at': 'Votes against, less votes for, that hide a post',
  'app.leaderboard': 'Leaderboards',
  'app.events.a-day': 'Events that a member may announce a day',
  'app.groups.owned': 'Groups that a member may own',
  'app.groups.members': 'Members that a group may have',
  'app.follows': 'Things that a member may follow',
  'app.strikes.days': 'How long a strike stands',
  'app.appeals.days': 'How long a member can appeal',
}

/** What each rule of karma is about. */
const ofRules: Readonly<Record<string, string>> = {
  'restock.report': 'a confirmed restock report',
  'restock.first-confirmation': 'the first confirmation of a restock',
  'restock.scout': 'the first word of a drop in an area',
  'checkout.shared': 'a shared checkout',
  'reply.helpful': 'a helpful reply',
  'trade.completed': 'a completed trade',
  'flag.upheld': 'an upheld flag',
  'adapter.tested': 'a tested shop adapter',
  'raffle.entry': 'a raffle entry',
}

const fields: readonly [end: string, words: (rule: string) => string][] = [
  ['.award', (rule) => `What ${rule} earns`],
  ['.cap', (rule) => `How often ${rule} is paid`],
  ['.confirmations', (rule) => `Members who must confirm ${rule}`],
  ['.cost', (rule) => `What ${rule} costs`],
]

const levels = { regular: 'Regular', trusted: 'Trusted', steward: 'Steward' } as const

function ofTrust(name: string): string | undefined {
  const [, level, field] = /^karma\.trust\.(\w+)\.(earned|days)$/.exec(name) ?? []
  if (level === undefined || !(level in levels)) return undefined
  const title = levels[level as keyof typeof levels]
  return field === 'earned' ? `Karma earned to become ${title}` : `Age to become ${title}`
}

const others: Readonly<Record<string, string>> = {
  'karma.places.city-pool': 'What scouts of a city can earn in an epoch',
  'karma.places.member-share': "One member's share of what scouts of a city earn",
  'karma.challenge.hold': 'How much longer a disputed award can be held',
  'karma.challenge.suspend': 'How long who disputed in bad faith cannot dispute',
}

/** What a knob is, in plain words; of one that nobody gave words, its name. Pure. */
export function knobTitle(name: string): string {
  const feature = Object.entries(ofFeatures).find(([each]) => each === name)?.[1]
  const known = feature ?? others[name] ?? ofTrust(name)
  if (known) return known
  if (name.startsWith('karma.budget.')) return `Karma for ${name.slice('karma.budget.'.length)} in an epoch`
  for (const [end, words] of fields) {
    const rule = ofRules[name.slice('karma.'.length, -end.length)]
    if (name.endsWith(end) && rule) return words(rule)
  }
  return name
}
