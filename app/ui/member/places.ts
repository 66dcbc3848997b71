/** Every page below "You", in the order of the navigation. */
export const settings = [
  { href: '/me/profile', name: 'Profile', what: 'Name and email' },
  { href: '/me/wallets', name: 'Wallets', what: 'Where karma is held and paid' },
  { href: '/me/password', name: 'Password', what: 'A way in without a wallet' },
  { href: '/me/sessions', name: 'Sessions', what: 'Where you are signed in' },
  { href: '/me/closet', name: 'Closet', what: 'What you have and want' },
  { href: '/me/address', name: 'Ship to', what: 'Where shops send your pairs' },
  { href: '/me/payment', name: 'Payment', what: 'A card that only the assistant can open' },
  { href: '/me/notifications', name: 'Alerts', what: 'What you hear of, and when' },
  { href: '/me/conduct', name: 'Conduct', what: 'What moderators decided, and whom you block' },
  { href: '/me/export', name: 'Your data', what: 'All of it, as a file' },
  { href: '/me/delete', name: 'Delete', what: 'Leave, and leave nothing' },
] as const
