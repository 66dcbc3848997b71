// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IDrandBeacon
/// @notice A public source of randomness that signs a numbered round every few seconds (drand, bls-unchained-g1-rfc9380).
interface IDrandBeacon {
    /// @notice The signature is not the beacon's own over `round`.
    error InvalidSignature(uint64 round);

    /// @notice The first round that is published after `timestamp` (unix seconds): nobody can know it at that moment.
    function roundAfter(uint256 timestamp) external view returns (uint64 round);

    /// @notice Checks the beacon's signature over a round; reverts with `InvalidSignature` unless it is the one.
    /// @param round number of the round, from 1
    /// @param signature the point of G1, uncompressed: x and y, 48 bytes each, big endian
    /// @return randomness sha256 of the signature's 48-byte compressed form, as drand publishes it
    function verify(uint64 round, bytes calldata signature) external view returns (bytes32 randomness);
}
