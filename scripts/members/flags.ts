import type { Role } from '../../core/member/role.ts'
import { roleShape } from '../../core/member/role-shape.ts'
import { readWords, refusing } from '../cli/flags.ts'

const usage = 'npm run members -- list [--data .snpd] | role USERNAME member|moderator|admin [--data .snpd]'

export type MembersFlags = {
  /** Of the data: which `npm start` is meant. */
  data: string
  command: { name: 'list' } | { name: 'role'; username: string; role: Role }
}

const refuse = refusing(usage)

function commandOf([name, ...rest]: string[]): MembersFlags['command'] {
  if (name === 'list' && rest.length === 0) return { name }
  const [username, role] = rest
  const parsed = roleShape.safeParse(role)
  if (name === 'role' && username && parsed.success && rest.length === 2)
    return { name, username, role: parsed.data }
  throw refuse('Say what to do: list the members, or give one a role.')
}

/** The command line of `npm run members`. Pure. @throws Final `config.invalid` */
export function parseMembersFlags(args: string[]): MembersFlags {
  const options = { data: { type: 'string', default: '.snpd' } } as const
  const { values, positionals } = readWords(args, options, refuse)
  return { data: values.data, command: commandOf(positionals) }
}
