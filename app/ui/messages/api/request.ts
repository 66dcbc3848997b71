import { inWords } from '../in-words.ts'

export const words = inWords('api/request', {
  snpdDidNotAnswer: 'SNPD did not answer.',
  checkYourConnection: 'Check your connection, then try again.',
  theAnswerOfWas: 'The answer of {path} was not what this page expects.',
  reloadThePageIt: 'Reload the page; it may be older than the server.',
})
