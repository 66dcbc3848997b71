import type { Mutant } from '../mutant.ts'

const file = 'TradeEscrow'
const tests = ['TradeEscrow']

/** The bonds of trades. */
export const escrowMutants: readonly Mutant[] = [
  {
    name: 'the counterparty puts up no bond',
    file,
    tests,
    find: 'KARMA.spendFrom(party, trade.bond, id, false);',
    replace: '',
  },
  {
    name: 'anyone accepts',
    file,
    tests,
    find: 'if (party != trade.counterparty) revert NotYours(id, party);',
    replace: '',
  },
  {
    name: 'an offer is taken back twice',
    file,
    tests,
    find: 'trade.state = State.Withdrawn;',
    replace: '',
  },
  {
    name: "someone else's offer is taken back",
    file,
    tests,
    find: 'if (_msgSender() != trade.proposer) revert NotYours(id, _msgSender());',
    replace: '',
  },
  {
    name: 'one side confirms for both',
    file,
    tests,
    find: 'if (confirmed & side != 0) revert AlreadyConfirmed(id, _msgSender());',
    replace: '',
  },
  {
    name: 'bonds go back at the first confirmation',
    file,
    tests,
    find: 'if (confirmed == 0) return;',
    replace: '',
  },
  {
    name: 'a finished trade pays again',
    file,
    tests,
    find: 'trade.state = State.Completed;',
    replace: '',
  },
  {
    name: 'an arbiter rules on a trade of their own',
    file,
    tests,
    find: 'if (arbiter == trade.proposer || arbiter == trade.counterparty) revert OwnTrade(id, arbiter);',
    replace: '',
  },
  {
    name: 'anyone rules',
    file,
    tests,
    find: 'function rule(bytes32 id, Slash slashed) external restricted {',
    replace: 'function rule(bytes32 id, Slash slashed) external {',
  },
  {
    name: 'a ruling comes late',
    file,
    tests,
    find: '_before(id, trade.deadline);\n        trade.state = State.Ruled;',
    replace: 'trade.state = State.Ruled;',
  },
  {
    name: 'slashed karma stays in the escrow',
    file,
    tests,
    find: 'if (burned != 0) KARMA.spend(burned, id);',
    replace: '',
  },
  {
    name: 'the wrong side is slashed',
    file,
    tests,
    find: 'bool toProposer = slashed == Slash.Nobody || slashed == Slash.Counterparty;',
    replace: 'bool toProposer = slashed == Slash.Nobody || slashed == Slash.Proposer;',
  },
  {
    name: 'a trade times out before its time',
    file,
    tests,
    find: 'if (block.timestamp < trade.deadline) revert TooEarly(id, trade.deadline);',
    replace: '',
  },
  {
    name: 'a trade times out again and again',
    file,
    tests,
    find: 'trade.state = State.TimedOut;',
    replace: '',
  },
  {
    name: 'an offer that timed out pays a bond nobody put up',
    file,
    tests,
    find: '_release(trade, true, from != State.Proposed);',
    replace: '_release(trade, true, true);',
  },
]
