import { badJson } from './failure.ts'

/** The value of a JSON text; of an empty one undefined. @throws Final `input.json` */
export function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badJson(cause)
  }
}
