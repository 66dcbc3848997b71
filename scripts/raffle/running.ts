import { join } from 'node:path'
import { postgresPort } from '../seed/running.ts'

/** The chain, deployment file and beacon of an `npm start` that runs on this data folder. @throws Final `config.data-folder` */
export function findRunningChain(folder: string) {
  const port = postgresPort(folder, 'RPC_URL, DEPLOYMENT and BEACON_URL')
  return {
    // npm start gives the chain the port before Postgres', and the beacon the one after.
    RPC_URL: `http://127.0.0.1:${port - 1}`,
    BEACON_URL: `http://127.0.0.1:${port + 1}`,
    DEPLOYMENT: join(folder, 'chain', 'deployment-local.json'),
  }
}
