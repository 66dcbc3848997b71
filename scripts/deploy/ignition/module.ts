import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'
import type {
  ArgumentType,
  CallableContractFuture,
  Future,
  IgnitionModuleBuilder,
} from '@nomicfoundation/ignition-core'
import type { Hex } from 'viem'
import type { ContractName } from '../../../core/deployment.ts'
import { artifacts } from '../artifacts.ts'
import type { Step } from '../plan.ts'
import { bind, type Call, type Value } from '../value.ts'

type Contract = CallableContractFuture<string>
type Contracts = Partial<Record<ContractName, Contract>>

/** Turns the plan's steps into Ignition's futures; each is named after its place in the plan. */
function compose(m: IgnitionModuleBuilder, steps: readonly Step[], contracts: Contracts): void {
  let previous: Future[] = []
  let encoded = 0
  const contract = (of: ContractName): Contract => {
    const found = contracts[of]
    if (found) return found
    throw new Error(`${of} is used before it is created`)
  }
  const calldata = ({ to, name, args }: Call): ArgumentType =>
    m.encodeFunctionCall(contract(to), name, args.map(argument), { id: `data_${encoded++}` })
  const argument = (value: Value): ArgumentType => bind<ArgumentType>(value, { address: contract, calldata })
  for (const [index, step] of steps.entries()) {
    const args = step.args.map(argument)
    const after = { after: previous }
    if (step.kind === 'create') {
      const created = m.contract(artifacts[step.of].name, args, { id: step.of, ...after })
      contracts[step.of] = created
      previous = [created]
    } else {
      const id = `step_${index}_${step.name}`
      previous = [m.call(contract(step.to), step.name, args, { id, ...after })]
    }
  }
}

/**
 * The plan as a Hardhat Ignition module. One future waits for the one before, so that the transactions come in the
 * plan's order, as those of the quick path do.
 */
export function moduleOf(steps: readonly Step[], forwarder: Hex | 'own') {
  return buildModule('snpd', (m) => {
    const contracts: Contracts = {}
    if (forwarder !== 'own')
      contracts.forwarder = m.contractAt(artifacts.forwarder.name, forwarder, { id: 'forwarder' })
    compose(m, steps, contracts)
    return contracts as Record<ContractName, Contract>
  })
}
