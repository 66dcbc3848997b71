import type { ErrorCode } from '../../../../core/errors.ts'
import { inWords } from '../in-words.ts'

/**
 * What the API's codes mean. English has none: the API says it itself, and more exactly. What another language has no
 * sentence for stays English.
 */
export const problems: Partial<Record<ErrorCode, string>> = inWords('api/problems', {})
