import type { Log } from '../../adapters/chain/logs.ts'
import type { AccessOperationStep } from '../../db/chain/families/access-operation-steps.ts'
import type { Place } from '../../db/chain/families/family.ts'
import type { Decoders } from './decoder.ts'
import { bytesAt, requireHead, toText } from './dynamic.ts'
import {
  addressAt,
  MAX_UINT32,
  MAX_UINT64,
  requireForm,
  toAddress,
  toBool,
  topicAt,
  toSelector,
  toTime,
  toUint,
  wordAt,
} from './words.ts'

const roleAt = (log: Log, topic: number) => toUint(log, topicAt(log, topic), MAX_UINT64)
const delayAt = (log: Log, word: number) => Number(toUint(log, wordAt(log, word), MAX_UINT32))
const operationOf = (log: Log, place: Place) => ({
  ...{ ...place, id: topicAt(log, 1), nonce: Number(toUint(log, topicAt(log, 2), MAX_UINT32)) },
})

/** The end of an operation, which says no more than its name. */
const ended =
  (step: AccessOperationStep['step']): Decoders[string] =>
  (log, place, { facts }) => {
    requireForm(log, 3, 0)
    facts.accessOperationSteps.push({ ...operationOf(log, place), step })
  }

/** A role that another one has to do with. */
const related =
  (setting: 'admin' | 'guardian'): Decoders[string] =>
  (log, place, { facts }) => {
    requireForm(log, 3, 0)
    facts.roleSettings.push({ ...place, role: roleAt(log, 1), setting, value: roleAt(log, 2), since: null })
  }

const roles: Decoders = {
  'RoleGranted(uint64,address,uint32,uint48,bool)': (log, place, { facts }) => {
    requireForm(log, 3, 3)
    const [role, account] = [roleAt(log, 1), addressAt(log, 2)]
    const [delay, since, newMember] = [delayAt(log, 0), toTime(wordAt(log, 1)), toBool(log, wordAt(log, 2))]
    facts.roleMembers.push({ ...place, role, account, granted: true, delay, since, newMember })
  },
  'RoleRevoked(uint64,address)': (log, place, { facts }) => {
    requireForm(log, 3, 0)
    const [role, account] = [roleAt(log, 1), addressAt(log, 2)]
    const nothing = { delay: null, since: null, newMember: null }
    facts.roleMembers.push({ ...place, role, account, granted: false, ...nothing })
  },
  'RoleLabel(uint64,string)': (log, place, { facts }) => {
    requireHead(log, 2, 1)
    facts.roleLabels.push({ ...place, role: roleAt(log, 1), label: toText(bytesAt(log, 0)) })
  },
  'RoleAdminChanged(uint64,uint64)': related('admin'),
  'RoleGuardianChanged(uint64,uint64)': related('guardian'),
  'RoleGrantDelayChanged(uint64,uint32,uint48)': (log, place, { facts }) => {
    requireForm(log, 2, 2)
    const [value, since] = [BigInt(delayAt(log, 0)), toTime(wordAt(log, 1))]
    facts.roleSettings.push({ ...place, role: roleAt(log, 1), setting: 'grant-delay', value, since })
  },
}

const targets: Decoders = {
  'TargetClosed(address,bool)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    facts.targetClosings.push({ ...place, target: addressAt(log, 1), closed: toBool(log, wordAt(log, 0)) })
  },
  'TargetAdminDelayUpdated(address,uint32,uint48)': (log, place, { facts }) => {
    requireForm(log, 2, 2)
    const [delay, since] = [delayAt(log, 0), toTime(wordAt(log, 1))]
    facts.targetDelays.push({ ...place, target: addressAt(log, 1), delay, since })
  },
  'TargetFunctionRoleUpdated(address,bytes4,uint64)': (log, place, { facts }) => {
    requireForm(log, 3, 1)
    const selector = toSelector(log, wordAt(log, 0))
    facts.targetFunctions.push({ ...place, target: addressAt(log, 1), selector, role: roleAt(log, 2) })
  },
}

const operations: Decoders = {
  'OperationScheduled(bytes32,uint32,uint48,address,address,bytes)': (log, place, { facts }) => {
    requireHead(log, 3, 4)
    const [caller, target] = [toAddress(log, wordAt(log, 1)), toAddress(log, wordAt(log, 2))]
    const what = { readyAt: toTime(wordAt(log, 0)), caller, target, data: bytesAt(log, 3) }
    facts.accessOperations.push({ ...operationOf(log, place), ...what })
  },
  'OperationExecuted(bytes32,uint32)': ended('executed'),
  'OperationCanceled(bytes32,uint32)': ended('canceled'),
}

export const accessManagerEvents: Decoders = { ...roles, ...targets, ...operations }
