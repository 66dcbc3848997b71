import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Deployment, deploymentShape } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'

/**
 * The deployment of a file, undefined when there is no such file.
 * @throws Final `config.invalid` when the file holds something else
 */
export function readDeployment(file: string): Deployment | undefined {
  if (!existsSync(file)) return undefined
  try {
    return deploymentShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: `The deployment file ${file} is not one.`,
      fix: 'Restore it from a backup; on a local chain you may delete it, and SNPD deploys anew.',
      cause,
    })
  }
}

/** Replaces the file in one step: a reader sees the old one or the new one. */
export function writeDeployment(file: string, deployment: Deployment): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(deployment, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}
