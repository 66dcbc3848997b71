import type { Log } from '../../adapters/chain/logs.ts'
import type { Place } from '../../db/chain/families/family.ts'
import type { TimelockRole } from '../../db/chain/families/timelock-roles.ts'
import type { Decoders } from './decoder.ts'
import { bytesAt, requireHead } from './dynamic.ts'
import { addressAt, MAX_INTEGER, requireForm, toAddress, topicAt, toUint, wordAt } from './words.ts'

/** What both events of a call begin with. */
const callOf = (log: Log, place: Place) => ({
  ...{ ...place, id: topicAt(log, 1), index: Number(toUint(log, topicAt(log, 2), MAX_INTEGER)) },
  ...{ target: toAddress(log, wordAt(log, 0)), value: BigInt(wordAt(log, 1)), data: bytesAt(log, 2) },
})

const roleOf = (log: Log, place: Place, granted: boolean): TimelockRole => {
  requireForm(log, 4, 0)
  return { ...place, role: topicAt(log, 1), account: addressAt(log, 2), sender: addressAt(log, 3), granted }
}

export const timelockEvents: Decoders = {
  'CallScheduled(bytes32,uint256,address,uint256,bytes,bytes32,uint256)': (log, place, { facts }) => {
    requireHead(log, 3, 5)
    const [predecessor, delay] = [wordAt(log, 3), BigInt(wordAt(log, 4))]
    facts.timelockCalls.push({ ...callOf(log, place), predecessor, delay })
  },
  'CallExecuted(bytes32,uint256,address,uint256,bytes)': (log, place, { facts }) => {
    requireHead(log, 3, 3)
    facts.timelockExecutions.push(callOf(log, place))
  },
  'CallSalt(bytes32,bytes32)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    facts.timelockSalts.push({ ...place, id: topicAt(log, 1), salt: wordAt(log, 0) })
  },
  'Cancelled(bytes32)': (log, place, { facts }) => {
    requireForm(log, 2, 0)
    facts.timelockCancellations.push({ ...place, id: topicAt(log, 1) })
  },
  'MinDelayChange(uint256,uint256)': (log, place, { facts }) => {
    requireForm(log, 1, 2)
    facts.timelockDelays.push({ ...place, from: BigInt(wordAt(log, 0)), to: BigInt(wordAt(log, 1)) })
  },
  'RoleGranted(bytes32,address,address)': (log, place, { facts }) => {
    facts.timelockRoles.push(roleOf(log, place, true))
  },
  'RoleRevoked(bytes32,address,address)': (log, place, { facts }) => {
    facts.timelockRoles.push(roleOf(log, place, false))
  },
  'RoleAdminChanged(bytes32,bytes32,bytes32)': (log, place, { facts }) => {
    requireForm(log, 4, 0)
    const [role, from, to] = [topicAt(log, 1), topicAt(log, 2), topicAt(log, 3)]
    facts.timelockRoleAdmins.push({ ...place, role, from, to })
  },
}
