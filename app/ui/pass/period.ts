const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Seconds as people say them: "30 days". */
export function periodWords(seconds: number): string {
  const [unit, size] = units.find(([, each]) => seconds % each === 0) ?? units[3]
  const count = seconds / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
