/** Characters of a password that is the only factor, NIST SP 800-63B-4 §3.1.1.2. */
export const MIN_LENGTH = 15
/** Of one that stands beside a linked wallet. */
export const MIN_LENGTH_BESIDE_WALLET = 8
export const MAX_LENGTH = 128
