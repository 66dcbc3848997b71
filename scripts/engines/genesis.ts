import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const now = () => Math.floor(Date.now() / 1000)

/**
 * Unix seconds of block 0, the same at every start on a state file. anvil makes a block 0 of its own each time, beside
 * the one in its state, and answers with either: only the same moment makes them one block.
 */
export function genesisTime(stateFile: string | undefined): number {
  if (!stateFile) return now()
  const file = `${stateFile}.genesis`
  if (!existsSync(file)) writeFileSync(file, String(now()))
  return Number(readFileSync(file, 'utf8'))
}

/** Sets the chain's clock to ours: anvil lets it go on from block 0's moment. */
export async function setClock(url: string): Promise<void> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'evm_setTime', params: [now()] })
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}
