import type { Facts } from '../../db/chain/facts.ts'
import type { abis } from './world.ts'

export type Args = Record<string, unknown>
/**
 * An event, and its values in the order of its family's columns: names of its arguments, or what is made of them;
 * `address` is the contract's.
 */
export type Said = [
  contract: keyof typeof abis,
  event: string,
  values: (string | ((args: Args) => unknown))[],
]
type Oracle<Name extends keyof Facts> = Record<Name, Said[]>

export const nothing = () => null
export const just = (value: unknown) => () => value

const managed = ['karma', 'access_pass', 'raffle', 'trade_escrow', 'feature_flags', 'guardian'] as const
const signed = ['karma', 'governor', 'forwarder'] as const
type OfTokens =
  | 'approvals'
  | 'dailyCaps'
  | 'passTransfers'
  | 'passApprovals'
  | 'passLocks'
  | 'passSubscriptions'

export const saidOfTokens: Oracle<OfTokens | 'domainChanges'> = {
  approvals: [['karma', 'Approval', ['owner', 'spender', 'value']]],
  dailyCaps: [['karma', 'DailyCapSet', ['cap']]],
  domainChanges: signed.map((contract) => [contract, 'EIP712DomainChanged', ['address']]),
  passTransfers: [['access_pass', 'Transfer', ['from', 'to', 'tokenId']]],
  passApprovals: [
    [
      'access_pass',
      'Approval',
      ['owner', 'approved', 'tokenId', ({ approved }) => BigInt(String(approved)) > 0n],
    ],
    ['access_pass', 'ApprovalForAll', ['owner', 'operator', nothing, 'approved']],
  ],
  passLocks: [
    ['access_pass', 'Locked', ['tokenId', just(true)]],
    ['access_pass', 'Unlocked', ['tokenId', just(false)]],
  ],
  passSubscriptions: [['access_pass', 'SubscriptionUpdate', ['tokenId', 'expiration']]],
}

type OfGovernors =
  | 'governorSettings'
  | 'governorTimelocks'
  | 'timelockCalls'
  | 'timelockExecutions'
  | 'timelockSalts'
type OfTimelock = 'timelockCancellations' | 'timelockDelays' | 'timelockRoles' | 'timelockRoleAdmins'

export const saidOfGovernors: Oracle<OfGovernors | OfTimelock> = {
  governorSettings: [
    ['governor', 'VotingDelaySet', [just('voting-delay'), 'oldVotingDelay', 'newVotingDelay']],
    ['governor', 'VotingPeriodSet', [just('voting-period'), 'oldVotingPeriod', 'newVotingPeriod']],
    [
      ...(['governor', 'ProposalThresholdSet'] as const),
      [just('proposal-threshold'), 'oldProposalThreshold', 'newProposalThreshold'],
    ],
    [
      ...(['governor', 'QuorumNumeratorUpdated'] as const),
      [just('quorum-numerator'), 'oldQuorumNumerator', 'newQuorumNumerator'],
    ],
  ],
  governorTimelocks: [['governor', 'TimelockChange', ['oldTimelock', 'newTimelock']]],
  timelockCalls: [
    ['timelock', 'CallScheduled', ['id', 'index', 'target', 'value', 'data', 'predecessor', 'delay']],
  ],
  timelockExecutions: [['timelock', 'CallExecuted', ['id', 'index', 'target', 'value', 'data']]],
  timelockSalts: [['timelock', 'CallSalt', ['id', 'salt']]],
  timelockCancellations: [['timelock', 'Cancelled', ['id']]],
  timelockDelays: [['timelock', 'MinDelayChange', ['oldDuration', 'newDuration']]],
  timelockRoles: [
    ['timelock', 'RoleGranted', ['role', 'account', 'sender', just(true)]],
    ['timelock', 'RoleRevoked', ['role', 'account', 'sender', just(false)]],
  ],
  timelockRoleAdmins: [['timelock', 'RoleAdminChanged', ['role', 'previousAdminRole', 'newAdminRole']]],
}

type OfRoles = 'authorities' | 'roleMembers' | 'roleLabels' | 'roleSettings'
type OfTargets = 'targetClosings' | 'targetDelays' | 'targetFunctions'

export const saidOfManagers: Oracle<OfRoles | OfTargets | 'accessOperations' | 'accessOperationSteps'> = {
  authorities: managed.map((contract) => [contract, 'AuthorityUpdated', ['address', 'authority']]),
  roleMembers: [
    ['access_manager', 'RoleGranted', ['roleId', 'account', just(true), 'delay', 'since', 'newMember']],
    ['access_manager', 'RoleRevoked', ['roleId', 'account', just(false), nothing, nothing, nothing]],
  ],
  roleLabels: [['access_manager', 'RoleLabel', ['roleId', 'label']]],
  roleSettings: [
    ['access_manager', 'RoleAdminChanged', ['roleId', just('admin'), 'admin', nothing]],
    ['access_manager', 'RoleGuardianChanged', ['roleId', just('guardian'), 'guardian', nothing]],
    ['access_manager', 'RoleGrantDelayChanged', ['roleId', just('grant-delay'), 'delay', 'since']],
  ],
  targetClosings: [['access_manager', 'TargetClosed', ['target', 'closed']]],
  targetDelays: [['access_manager', 'TargetAdminDelayUpdated', ['target', 'delay', 'since']]],
  targetFunctions: [['access_manager', 'TargetFunctionRoleUpdated', ['target', 'selector', 'roleId']]],
  accessOperations: [
    [
      'access_manager',
      'OperationScheduled',
      ['operationId', 'nonce', 'schedule', 'caller', 'target', 'data'],
    ],
  ],
  accessOperationSteps: [
    ['access_manager', 'OperationExecuted', ['operationId', 'nonce', just('executed')]],
    ['access_manager', 'OperationCanceled', ['operationId', 'nonce', just('canceled')]],
  ],
}
