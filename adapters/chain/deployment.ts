import { readFileSync } from 'node:fs'
import { type Deployment, deploymentShape } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'

/**
 * The deployment file that every process is given.
 * @throws Final `config.invalid` when it is missing or something else
 */
export function readDeployment(file: string): Deployment {
  try {
    return deploymentShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: `The deployment file ${file} cannot be read: ${(cause as Error).message.split('\n')[0]}.`,
      fix: 'Set DEPLOYMENT to a file that scripts/deploy.ts wrote; on a local chain you may delete it, and SNPD deploys anew.',
      cause,
    })
  }
}
