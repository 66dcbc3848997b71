import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readDeployment } from '../../adapters/chain/deployment.ts'
import type { Deployment } from '../../core/deployment.ts'

/**
 * The deployment of a file, undefined when there is no such file.
 * @throws Final `config.invalid` when the file holds something else
 */
export function findDeployment(file: string): Deployment | undefined {
  return existsSync(file) ? readDeployment(file) : undefined
}

/** Replaces the file in one step: a reader sees the old one or the new one. */
export function writeDeployment(file: string, deployment: Deployment): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(deployment, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}
