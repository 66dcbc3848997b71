import type { Mutant } from '../mutant.ts'

/** Flags, votes and the brake. */
export const governMutants: readonly Mutant[] = [
  {
    name: 'anyone sets a flag',
    file: 'FeatureFlags',
    tests: ['FeatureFlags'],
    find: 'function set(bytes32 key, uint256 value) external restricted {',
    replace: 'function set(bytes32 key, uint256 value) external {',
  },
  {
    name: 'a flag set to 0 was never set',
    file: 'FeatureFlags',
    tests: ['FeatureFlags'],
    find: 'isSet: true',
    replace: 'isSet: value != 0',
  },
  {
    name: 'anyone closes a contract',
    file: 'Guardian',
    tests: ['Guardian'],
    find: 'function close(address target) external restricted {',
    replace: 'function close(address target) external {',
  },
  {
    name: 'a guardian closes the brake itself',
    file: 'Guardian',
    tests: ['Guardian'],
    find: 'if (target == address(this) || target == authority())',
    replace: 'if (target == authority())',
  },
  {
    name: 'a guardian opens',
    file: 'Guardian',
    tests: ['Guardian'],
    find: 'setTargetClosed(target, true)',
    replace: 'setTargetClosed(target, false)',
  },
  {
    name: 'a timelock may have no delay',
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'if (timelock_.getMinDelay() == 0) revert TimelockWithoutDelay();',
    replace: '',
  },
  {
    name: 'a vote without weight counts as cast',
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'if (weight == 0) revert VoteWithoutWeight(voter, proposalSnapshot(proposalId));',
    replace: '',
  },
  {
    name: "a relayed vote is the forwarder's own",
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'return ERC2771Context._msgSender();',
    replace: 'return msg.sender;',
  },
  {
    name: 'whoever writes an address behind a call acts for it',
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'return ERC2771Context._msgSender();',
    replace: 'return msg.data.length < 24 ? msg.sender : address(bytes20(msg.data[msg.data.length - 20:]));',
  },
  {
    name: 'the governor believes its deployer as a forwarder',
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'ERC2771Context(forwarder_)',
    replace: 'ERC2771Context(msg.sender)',
  },
  {
    name: 'what won is never queued',
    file: 'SnpdGovernor',
    tests: ['SnpdGovernor'],
    find: 'return super.proposalNeedsQueuing(proposalId);',
    replace: 'return super.proposalNeedsQueuing(proposalId) && proposalId == 0;',
  },
]
