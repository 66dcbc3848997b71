/** What a post is about: news from the street, how a line stands, a win, a loss, a question. */
export const postKinds = ['intel', 'line', 'win', 'loss', 'question'] as const
export type PostKind = (typeof postKinds)[number]
