import type { Mutant } from '../mutant.ts'

const file = 'KarmaLedger'
const tests = ['Karma']
/** Not the games of KarmaLedger.fuzz: a permit that fails there leaves a trace of 12 GB behind. */
const permitTests = ['Karma.spend']

/** The ERC-20, its permits, and whose vote weighs what. */
export const ledgerMutants: readonly Mutant[] = [
  {
    name: 'spending costs merit',
    file,
    tests,
    find: '_accounts[from] = word - value;',
    replace: '_accounts[from] = word - value * BOTH;',
  },
  {
    name: 'buying karma buys merit',
    file,
    tests,
    find: '_accounts[to] += value;',
    replace: '_accounts[to] += value * BOTH;',
  },
  {
    name: 'more is paid than there is',
    file,
    tests,
    find: 'if (balance < value)',
    replace: 'if (balance + 1 < value)',
  },
  {
    name: 'burning leaves the supply',
    file,
    tests,
    find: '_supply -= uint112(value);',
    replace: '',
  },
  {
    name: 'an allowance is not used up',
    file,
    tests,
    find: '_approve(owner, spender, allowed - value);',
    replace: '_approve(owner, spender, allowed);',
  },
  {
    name: 'an endless allowance ends',
    file,
    tests,
    find: 'if (allowed == type(uint256).max) return;',
    replace: '',
  },
  {
    name: 'a permit works for ever',
    file,
    tests: permitTests,
    find: 'if (block.timestamp > deadline) revert ERC2612ExpiredSignature(deadline);',
    replace: '',
  },
  {
    name: 'a permit works twice',
    file,
    tests: permitTests,
    find: 'value, _useNonce(owner), deadline)',
    replace: 'value, nonces(owner), deadline)',
  },
  {
    name: "a permit is anyone's to sign",
    file,
    tests: permitTests,
    find: 'if (signer != owner) revert ERC2612InvalidSigner(signer, owner);',
    replace: '',
  },
  {
    name: 'a vote weighs what is held',
    file,
    tests,
    find: 'return lifetimeEarned(account);',
    replace: 'return uint112(_accounts[account]);',
  },
  {
    name: 'an award adds no weight to a vote that is on',
    file,
    tests,
    find: 'if (word & NAMED_DELEGATE != 0) _moveDelegateVotes(address(0), delegates(to), amount);',
    replace: '',
  },
  {
    name: 'the sum of votes does not grow',
    file,
    tests,
    find: '_transferVotingUnits(address(0), address(this), minted);',
    replace: '',
  },
  {
    name: 'switching a vote on is not noted',
    file,
    tests,
    find: '_accounts[account] |= NAMED_DELEGATE;',
    replace: '',
  },
]
