import { readFileSync } from 'node:fs'
import { Final } from '../../core/errors.ts'
import { issueOf } from '../../core/issue.ts'
import { type Network, networkOf, networkShape } from '../../core/networks.ts'

/**
 * The settings to deploy with: those of the file, else what we know of the chain.
 * @throws Final `chain.unknown`, `config.invalid`
 */
export function settingsFor(chainId: number, file?: string): Network {
  if (!file) return networkOf(chainId)
  try {
    return networkShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: `CHAIN_SETTINGS names ${file}, which holds no settings for a chain: ${issueOf(cause as Error)}.`,
      fix: 'docs/runbooks/deploy.md shows what belongs in it.',
      cause,
    })
  }
}
