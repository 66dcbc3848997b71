import type { Mutant } from '../mutant.ts'

const file = 'AccessPass'
const tests = ['AccessPass']

/** The rules of passes. */
export const passMutants: readonly Mutant[] = [
  {
    name: 'a pass runs for ever',
    file,
    tests,
    find: 'return pass.expiresAt > block.timestamp && pass.tier >= tier;',
    replace: 'return pass.expiresAt > 0 && pass.tier >= tier;',
  },
  {
    name: 'a pass runs a second too long',
    file,
    tests,
    find: 'return pass.expiresAt > block.timestamp && pass.tier >= tier;',
    replace: 'return pass.expiresAt >= block.timestamp && pass.tier >= tier;',
  },
  {
    name: 'any tier is every tier',
    file,
    tests,
    find: 'return pass.expiresAt > block.timestamp && pass.tier >= tier;',
    replace: 'return pass.expiresAt > block.timestamp;',
  },
  {
    name: 'a pass costs more than was agreed',
    file,
    tests,
    find: 'if (price > maxPrice) revert PriceAbove(price, maxPrice);',
    replace: '',
  },
  {
    name: 'a tier is sold to who earned too little',
    file,
    tests,
    find: 'if (earned < terms.minEarned) revert',
    replace: 'if (earned + 1 < terms.minEarned) revert',
  },
  {
    name: 'a closed tier is sold',
    file,
    tests,
    find: 'if (terms.period == 0) revert TierClosed(tier);',
    replace: '',
  },
  {
    name: 'anyone sets the tiers',
    file,
    tests,
    find: 'function setTier(uint8 tier, Tier calldata terms) external restricted {',
    replace: 'function setTier(uint8 tier, Tier calldata terms) external {',
  },
  {
    name: "someone else's pass is renewed",
    file,
    tests,
    find: 'if (member != _msgSender()) revert',
    replace: 'if (false) revert',
  },
  {
    name: "a pass's price does not burn",
    file,
    tests,
    find: 'KARMA.spendFrom(member, price, SPEND_REF, true);',
    replace: 'KARMA.spendFrom(member, price, SPEND_REF, false);',
  },
  {
    name: 'a lower tier replaces a running higher one',
    file,
    tests,
    find: 'if (old.tier > tier) revert HigherTierActive(old.tier, old.expiresAt);',
    replace: '',
  },
]
