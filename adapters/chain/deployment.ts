import { readFileSync } from 'node:fs'
import { type Deployment, deploymentShape } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'
import { issueOf } from '../../core/issue.ts'

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
      message: `The deployment file ${file} is not one that this version can use: ${issueOf(cause as Error)}.`,
      fix: 'Set DEPLOYMENT to a file that npm run deploy wrote; where it is that of the local chain, start anew with npm start -- --fresh (this deletes the local data).',
      cause,
    })
  }
}
