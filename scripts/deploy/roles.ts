import type { ContractName } from '../../core/deployment.ts'

/** Role ids of the AccessManager. ADMIN is OpenZeppelin's own; a function without a role belongs to it. */
export const roles = {
  ADMIN: 0n,
  AWARDER: 1n,
  RAFFLE_OPERATOR: 2n,
  ARBITER: 3n,
  GUARDIAN: 4n,
  GOVERNOR: 5n,
} as const
export type RoleName = keyof typeof roles

/** Every restricted function, and who may call it. */
export const restricted: readonly { target: ContractName; name: string; role: RoleName }[] = [
  { target: 'karma', name: 'awardRun', role: 'AWARDER' },
  { target: 'karma', name: 'setDailyCap', role: 'ADMIN' },
  { target: 'access_pass', name: 'setTier', role: 'ADMIN' },
  { target: 'raffle', name: 'create', role: 'RAFFLE_OPERATOR' },
  { target: 'raffle', name: 'cancel', role: 'RAFFLE_OPERATOR' },
  { target: 'trade_escrow', name: 'rule', role: 'ARBITER' },
  { target: 'feature_flags', name: 'set', role: 'GOVERNOR' },
  { target: 'guardian', name: 'close', role: 'GUARDIAN' },
]

/** Who gets a role. Everyone may be the same account; `admin` should be a wallet of many keys. */
export type People = { admin: `0x${string}` } & Record<PersonRole, `0x${string}`>
/** The roles that persons hold, by the name of their setting. */
export type PersonRole = 'awarder' | 'raffle_operator' | 'arbiter' | 'guardian'
export const personRoles = {
  awarder: 'AWARDER',
  raffle_operator: 'RAFFLE_OPERATOR',
  arbiter: 'ARBITER',
  guardian: 'GUARDIAN',
} as const satisfies Record<PersonRole, RoleName>

/** The variables that name persons; AWARDER_KEY is the settle worker's own. */
export const personVariables = [
  'ADMIN_ADDRESS',
  'RAFFLE_OPERATOR_ADDRESS',
  'ARBITER_ADDRESS',
  'GUARDIAN_ADDRESS',
] as const
type Named = Partial<Record<(typeof personVariables)[number], string>>

/** The people that the environment names, checked by core/config; those it does not are left out. Pure. */
export function namedPeople(environment: Named): Partial<Omit<People, 'awarder'>> {
  const named = {
    admin: environment.ADMIN_ADDRESS,
    raffle_operator: environment.RAFFLE_OPERATOR_ADDRESS,
    arbiter: environment.ARBITER_ADDRESS,
    guardian: environment.GUARDIAN_ADDRESS,
  }
  return Object.fromEntries(Object.entries(named).filter(([, account]) => account))
}

/** Roles of OpenZeppelin's TimelockController, whose ids are the keccak256 of these names, and who holds them. */
export const timelockRoles = {
  DEFAULT_ADMIN_ROLE: 'timelock',
  PROPOSER_ROLE: 'governor',
  CANCELLER_ROLE: 'governor',
  EXECUTOR_ROLE: 'anyone',
} as const
