import type { Mutant } from '../mutant.ts'

const file = 'Karma'
const tests = ['Karma.']

/** The rules of earning and paying. */
export const karmaMutants: readonly Mutant[] = [
  {
    name: 'an award id mints twice',
    file,
    tests,
    find: '_awarded[id >> 8] = used | mask;',
    replace: '_awarded[id >> 8] = used;',
  },
  {
    name: 'award ids of the next word are not looked at',
    file,
    tests,
    find: 'uint256 used = _awarded[id >> 8];',
    replace: 'uint256 used = _awarded[firstId >> 8];',
  },
  {
    name: 'anyone awards',
    file,
    tests,
    find: 'bytes32 ruleset) external restricted {',
    replace: 'bytes32 ruleset) external {',
  },
  {
    name: 'an award of nothing passes',
    file,
    tests,
    find: 'if (amount == 0) revert AwardEmpty(firstId + i);',
    replace: '',
  },
  {
    name: 'a batch may be empty',
    file,
    tests,
    find: 'if (count == 0 || count > BATCH_CAP)',
    replace: 'if (count > BATCH_CAP)',
  },
  {
    name: 'a batch may be of 501',
    file,
    tests,
    find: 'if (count == 0 || count > BATCH_CAP)',
    replace: 'if (count == 0 || count > BATCH_CAP + 1)',
  },
  {
    name: 'a batch mints without limit',
    file,
    tests,
    find: 'if (minted > BATCH_MINT_CAP)',
    replace: 'if (false)',
  },
  {
    name: 'no cap on the supply',
    file,
    tests,
    find: 'if (supply > SUPPLY_CAP)',
    replace: 'if (supply > type(uint112).max)',
  },
  {
    name: 'a day forgets what it minted',
    file,
    tests,
    find: 'uint256 total = minted + (_day == today ? _mintedToday : 0);',
    replace: 'uint256 total = minted;',
  },
  {
    name: 'the next day remembers the last',
    file,
    tests,
    find: 'uint256 total = minted + (_day == today ? _mintedToday : 0);',
    replace: 'uint256 total = minted + _mintedToday;',
  },
  {
    name: 'anyone sets the daily cap',
    file,
    tests,
    find: 'function setDailyCap(uint256 cap) external restricted {',
    replace: 'function setDailyCap(uint256 cap) external {',
  },
  {
    name: 'spendFrom asks for no allowance',
    file,
    tests,
    find: '_spendAllowance(from, _msgSender(), amount);',
    replace: '',
  },
  {
    name: 'spendFrom burns what the caller was to keep',
    file,
    tests,
    find: 'if (burn) _burn(from, amount);',
    replace: 'if (burn || amount > 0) _burn(from, amount);',
  },
]
