export type Verdict =
  | { kind: 'killed'; by: string }
  | { kind: 'alive' }
  /** It proves nothing either way: it did not compile, or no test ran. */
  | { kind: 'error'; why: string }

export type Outcome = {
  /** The exit code, or the signal that ended the run. */
  code: number | string
  output: string
}

function count(output: string, word: string): number {
  return Number(new RegExp(`^ *(\\d+) ${word}$`, 'm').exec(output)?.[1] ?? 0)
}

/** What a run of `hardhat test solidity` says about a mutant: a test that failed killed it, nothing else does. */
export function judge({ code, output }: Outcome): Verdict {
  const failing = count(output, 'failing')
  if (code !== 0 && failing > 0) {
    const first = /^ *1\) (\w+#\w+)/m.exec(output)?.[1] ?? 'a test'
    return { kind: 'killed', by: failing > 1 ? `${first} and ${failing - 1} more` : first }
  }
  if (code === 0 && failing === 0 && count(output, 'passing') > 0) return { kind: 'alive' }
  const lines = output.split('\n').map((line) => line.trim())
  const error = lines.find((line) => /error|HHE\d+/i.test(line))
  const last = lines.findLast((line) => line !== '') ?? 'nothing'
  return { kind: 'error', why: error ?? `the run ended with ${code}, and said last: ${last}` }
}
