import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Final } from '../../core/errors.ts'

const now = () => Math.floor(Date.now() / 1000)

function read(file: string): number {
  const seconds = Number(readFileSync(file, 'utf8'))
  if (Number.isSafeInteger(seconds) && seconds > 0) return seconds
  throw new Final({
    code: 'config.data-folder',
    message: `${file} does not hold the moment in which the local chain began.`,
    fix: 'Restore it from a backup, or start anew with --fresh (this deletes the local data).',
  })
}

/**
 * Unix seconds of block 0, the same at every start on a state file. anvil makes a block 0 of its own each time, beside
 * the one in its state, and answers with either: only the same moment makes them one block.
 * @throws Final `config.data-folder`
 */
export function genesisTime(stateFile: string | undefined): number {
  if (!stateFile) return now()
  const file = `${stateFile}.genesis`
  if (existsSync(file)) return read(file)
  // Whole or not at all, however we are cut off.
  writeFileSync(`${file}.new`, String(now()))
  renameSync(`${file}.new`, file)
  return read(file)
}

/** Sets the chain's clock to ours: anvil lets it go on from block 0's moment. */
export async function setClock(url: string): Promise<void> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'evm_setTime', params: [now()] })
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}
