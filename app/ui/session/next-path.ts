/** Where to go after signing in: a path of ours, never another site. */
export function nextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.startsWith('//') || asked.includes('\\')) return '/'
  return asked
}
