import { reportCoverage } from './cover/report.ts'

// `npm run coverage`: which lines and branches of contracts/ the Solidity tests run; red below 95 % of either.
const { failed } = await reportCoverage((line) => process.stdout.write(`${line}\n`))
process.exitCode = failed > 0 ? 1 : 0
