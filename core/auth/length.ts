/** Characters of a password that is the only factor, NIST SP 800-63B-4. */
export const MIN_LENGTH = 15
export const MAX_LENGTH = 128
