/** A wallet's address as it is told apart: 0x12ab…cd34. */
export const shortAddress = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`
