import { inWords } from '../in-words.ts'

export const words = inWords('drop/size-run', { usSize: 'US size' })
