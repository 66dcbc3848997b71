import { readdirSync, readFileSync } from 'node:fs'

/** Of /proc: jiffies a second on Linux, whatever the machine. */
const TICKS = 100

/** Empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`)
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

const seconds = (fields: string[]) => fields.reduce((sum, field) => sum + Number(field), 0) / TICKS

/** The process and all below it. */
function treeOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(statOf(Number(name))[1])] as const)
  const tree = [root]
  for (const pid of tree) tree.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child))
  return tree
}

/** CPU seconds that a process and all it ever started have used: living ones, and those it has waited for. */
export function cpuOf(root: number): number {
  return treeOf(root).reduce((sum, pid) => sum + seconds(statOf(pid).slice(11, 15)), 0)
}

/** Most memory that any one process of the tree has held, in MB. */
export function peakOf(root: number): number {
  const peaks = treeOf(root).map((pid) => {
    const status = read(`/proc/${pid}/status`)
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  })
  return Math.max(...peaks)
}
