import type { Abi, Hex } from 'viem'
import { accessManagerAbi, accessManagerBytecode } from '../../core/contracts/accessManager.ts'
import { accessPassAbi, accessPassBytecode } from '../../core/contracts/accessPass.ts'
import { drandBeaconAbi, drandBeaconBytecode } from '../../core/contracts/drandBeacon.ts'
import { featureFlagsAbi, featureFlagsBytecode } from '../../core/contracts/featureFlags.ts'
import { forwarderAbi, forwarderBytecode } from '../../core/contracts/forwarder.ts'
import { governorAbi, governorBytecode } from '../../core/contracts/governor.ts'
import { guardianAbi, guardianBytecode } from '../../core/contracts/guardian.ts'
import { karmaAbi, karmaBytecode } from '../../core/contracts/karma.ts'
import { raffleAbi, raffleBytecode } from '../../core/contracts/raffle.ts'
import { timelockAbi, timelockBytecode } from '../../core/contracts/timelock.ts'
import { tradeEscrowAbi, tradeEscrowBytecode } from '../../core/contracts/tradeEscrow.ts'
import type { ContractName } from '../../core/deployment.ts'

type Artifact = {
  /** In the Hardhat build. */
  name: string
  abi: Abi
  bytecode: Hex
}

/** What is put at each address of the deployment file. */
export const artifacts: Readonly<Record<ContractName, Artifact>> = {
  access_manager: { name: 'AccessManager', abi: accessManagerAbi, bytecode: accessManagerBytecode },
  forwarder: { name: 'ERC2771Forwarder', abi: forwarderAbi, bytecode: forwarderBytecode },
  karma: { name: 'Karma', abi: karmaAbi, bytecode: karmaBytecode },
  access_pass: { name: 'AccessPass', abi: accessPassAbi, bytecode: accessPassBytecode },
  beacon: { name: 'DrandBeacon', abi: drandBeaconAbi, bytecode: drandBeaconBytecode },
  raffle: { name: 'Raffle', abi: raffleAbi, bytecode: raffleBytecode },
  trade_escrow: { name: 'TradeEscrow', abi: tradeEscrowAbi, bytecode: tradeEscrowBytecode },
  feature_flags: { name: 'FeatureFlags', abi: featureFlagsAbi, bytecode: featureFlagsBytecode },
  timelock: { name: 'TimelockController', abi: timelockAbi, bytecode: timelockBytecode },
  governor: { name: 'SnpdGovernor', abi: governorAbi, bytecode: governorBytecode },
  guardian: { name: 'Guardian', abi: guardianAbi, bytecode: guardianBytecode },
}

/** In the order of their creation. */
export const contractNames = Object.keys(artifacts) as ContractName[]
