import type { Mutant } from '../mutant.ts'

const file = 'Raffle'
const tests = ['Raffle']

/** The rules of raffles; the first five lived through a prototype's invariants. */
export const raffleMutants: readonly Mutant[] = [
  {
    name: 'double entry',
    file,
    tests,
    find: 'if (held.state != TicketState.None) revert',
    replace: 'if (false) revert',
  },
  {
    name: 'double refund',
    file,
    tests,
    find: 'ticket.state = TicketState.Refunded;',
    replace: '',
  },
  { name: 'double settle', file, tests, find: 'raffle.state = State.Settled;', replace: '' },
  {
    name: 'cancel after close',
    file,
    tests,
    find: 'Terms storage raffle = _inState(id, State.Open);\n        if (block.timestamp >= raffle.closesAt) revert Closed(id, raffle.closesAt);\n        raffle.state = State.Cancelled;',
    replace: 'Terms storage raffle = _inState(id, State.Open);\n        raffle.state = State.Cancelled;',
  },
]
