import type { Deployment } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'
import type { Deployer } from './chain.ts'
import { type Row, readManager, type Table } from './manager.ts'
import { functionName, memberName, nameOf, roleName } from './names.ts'
import { selectorOf } from './plan.ts'
import { type People, personRoles, type RoleName, restricted, roles, timelockRoles } from './roles.ts'
import { readTimelock } from './timelock.ts'

/** The role table as the chain has it now, found by its own events, so that no holder is missed. */
export async function readTable(deployer: Deployer, deployment: Deployment): Promise<Table> {
  const reader = { deployer, deployment }
  const [manager, timelock] = await Promise.all([readManager(reader), readTimelock(reader)])
  return { rows: [...manager.rows, ...timelock], exceptions: manager.exceptions }
}

type Expectation = { people: People; adminDelay: number }

function membersOf(role: RoleName, deployment: Deployment, { people, adminDelay }: Expectation): string[] {
  const named = (account: `0x${string}`, delay = 0) => memberName(deployment, account, delay)
  if (role === 'ADMIN') return [named(people.admin, adminDelay), named(deployment.guardian)]
  if (role === 'GOVERNOR') return [named(deployment.timelock)]
  const persons = Object.entries(personRoles) as [keyof typeof personRoles, RoleName][]
  return persons.filter(([, held]) => held === role).map(([person]) => named(people[person]))
}

/** The role table as it should be. Pure. */
export function expectedTable(deployment: Deployment, expectation: Expectation): Table {
  const names = Object.keys(roles) as RoleName[]
  const rows = names.map((name) => ({
    name: roleName(roles[name]),
    members: membersOf(name, deployment, expectation),
    functions: restricted
      .filter(({ role }) => role === name)
      .map((each) => functionName(deployment, deployment[each.target], selectorOf(each.target, each.name))),
  }))
  const timelock = Object.entries(timelockRoles).map(([name, holder]) => ({
    name: `timelock ${name}`,
    members: [holder === 'anyone' ? holder : nameOf(deployment, deployment[holder])],
    functions: [],
  }))
  return { rows: [...rows, ...timelock], exceptions: [] }
}

const nothing = (name: string): Row => ({ name, members: [], functions: [] })

function rowDifferences(is: Row, should: Row): string[] {
  const only = (these: string[], those: string[]) => these.filter((each) => !those.includes(each))
  const { name } = should
  return [
    ...only(should.members, is.members).map((member) => `${name} should be held by ${member}, and is not`),
    ...only(is.members, should.members).map((member) => `${name} is held by ${member}, and should not be`),
    ...only(should.functions, is.functions).map(
      (called) => `${called} should belong to ${name}, and does not`,
    ),
    ...only(is.functions, should.functions).map((called) => `${called} belongs to ${name}, and should not`),
  ]
}

/** What is otherwise than it should be, a sentence each. Pure. */
export function differences(is: Table, should: Table): string[] {
  const names = new Set([...should.rows, ...is.rows].map(({ name }) => name))
  const find = ({ rows }: Table, name: string) => rows.find((row) => row.name === name) ?? nothing(name)
  const rows = [...names].flatMap((name) => rowDifferences(find(is, name), find(should, name)))
  return [...rows, ...is.exceptions.filter((each) => !should.exceptions.includes(each))]
}

/**
 * Compares the chain's role table with the one it should be.
 * @throws Final `chain.roles`, naming every difference
 */
export function requireTable(is: Table, should: Table): void {
  const found = differences(is, should)
  if (found.length === 0) return
  throw new Final({
    code: 'chain.roles',
    message: `The roles on the chain are not those of the settings: ${found.join('; ')}.`,
    fix: 'Name the holders you mean (AWARDER_KEY, ADMIN_ADDRESS, RAFFLE_OPERATOR_ADDRESS, ARBITER_ADDRESS, GUARDIAN_ADDRESS), or have ADMIN change the chain.',
  })
}
