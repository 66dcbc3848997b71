import { deploymentShape } from '../deployment.ts'

/** What a browser signs for: the contracts that relayed calls may go to, the forwarder they trust, and their chain. */
export const relayContractsShape = deploymentShape.pick({
  ...{ chain_id: true, forwarder: true, karma: true, access_pass: true },
  ...{ raffle: true, trade_escrow: true, governor: true, feature_flags: true },
})
