/** Days that a wallet which left a member rests before another member may link it. */
export const REST_DAYS = 30
/** Minutes for which a sign-in, or a proof made later, counts as fresh. */
export const CONFIRMED_MINUTES = 10
