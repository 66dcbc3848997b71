/**
 * What a member signs with the wallet for each purpose, as the `statement` of an ERC-4361 message. The wallet shows it,
 * and a signature for one purpose is none for another.
 */
export const statements = {
  link: 'Link this wallet to my SNPD account. This costs nothing and moves nothing.',
  confirm: 'Confirm to SNPD that it is me. This costs nothing and moves nothing.',
  delete: 'Delete my SNPD account and everything it holds. This cannot be undone.',
} as const
export type Purpose = keyof typeof statements
