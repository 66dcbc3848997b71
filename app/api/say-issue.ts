import type { z } from '@hono/zod-openapi'

type Issue = z.core.$ZodRawIssue

const types: Record<string, string> = {
  ...{ string: 'text', number: 'a number', int: 'a whole number', bigint: 'a whole number' },
  ...{ boolean: 'true or false', array: 'a list', tuple: 'a list', object: 'an object', record: 'an object' },
}

const formats: Record<string, string> = {
  ...{ email: 'an e-mail address such as kim@example.com', url: 'an address such as https://example.com' },
  ...{ uuid: 'the id of something here', datetime: 'a time such as 2026-11-23T08:00:00Z' },
  ...{ date: 'a day such as 2026-11-23' },
}

/** What is counted of it. */
function units(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' || origin === 'set' ? ' of them' : ''
}

/**
 * What is wrong with a field, in the words of whoever fills it in; a shape's own words (`regex(…, 'a size such as 10')`) go
 * before. German says the same in app/ui/messages/de/fields.ts.
 * @returns undefined: zod's own words
 */
export function sayIssue(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'needed'
      return issue.expected in types ? `must be ${types[issue.expected]}` : undefined
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return 'needed'
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${units(issue.origin)}`
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${units(issue.origin)}`
    case 'invalid_format':
      return formats[issue.format] ?? 'not in the form that it has'
    case 'invalid_value':
      return `one of: ${issue.values.join(', ')}`
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    default:
      return undefined
  }
}
