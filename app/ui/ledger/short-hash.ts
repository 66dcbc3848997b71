/** A hash or an address as people tell them apart: its ends. */
export const shortHash = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-6)}`
