/** What members report besides posts and replies. */
export const thingKinds = ['event', 'restock', 'group', 'guide'] as const
export type ThingKind = (typeof thingKinds)[number]

/** What a case is about. */
export const caseKinds = ['post', ...thingKinds] as const
export type CaseKind = (typeof caseKinds)[number]
