/** Characters of a title, of a place's name, and of what is said of it. */
export const MOST_TITLE = 80
export const MOST_WORDS = 1_000
/** Longest that one takes, and farthest ahead that one is announced, days. */
export const MOST_DAYS = 3
export const MOST_AHEAD_DAYS = 400
