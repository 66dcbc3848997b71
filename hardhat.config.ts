import { createRequire } from 'node:module'
import ignition from '@nomicfoundation/hardhat-ignition'
import { configVariable, defineConfig } from 'hardhat/config'

/** The compiler comes from npm, so that a build needs no download. */
const compiler = createRequire(import.meta.url).resolve('solc/soljson.js')

export default defineConfig({
  plugins: [ignition],
  paths: {
    sources: 'contracts',
    cache: '.cache/hardhat',
    artifacts: '.cache/artifacts',
    // scripts/deploy keeps Ignition's journals beside the deployment file; docs/runbooks/deploy.md.
    ignition: process.env.IGNITION ?? '.cache/ignition',
  },
  networks: {
    // For scripts/deploy and `hardhat ignition verify`; nothing else uses a chain that is not simulated.
    deploy: {
      type: 'http',
      url: configVariable('RPC_URL'),
      accounts: [configVariable('DEPLOYER_KEY')],
    },
  },
  solidity: {
    version: '0.8.37',
    path: compiler,
    npmFilesToBuild: [
      '@openzeppelin/contracts/access/manager/AccessManager.sol',
      '@openzeppelin/contracts/metatx/ERC2771Forwarder.sol',
      '@openzeppelin/contracts/governance/TimelockController.sol',
    ],
    settings: {
      evmVersion: 'prague',
      optimizer: { enabled: true, runs: 20_000 },
      // The metadata names the remappings of the compiler's run, which depend on what else was compiled in it: with its
      // hash in the code, one source would give another bytecode after a clean build than after a small change.
      metadata: { bytecodeHash: 'none' },
    },
  },
  test: {
    solidity: {
      // A fixed seed: a red run is red again.
      fuzz: { runs: process.env.CI === 'true' ? 10_000 : 1_000, seed: '0x534e5044' },
      invariant: { runs: 64, depth: 64, failOnRevert: true },
    },
  },
})
