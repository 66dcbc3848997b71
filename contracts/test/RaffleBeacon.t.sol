// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDrandBeacon} from "../IDrandBeacon.sol";

/// @title RaffleBeacon
/// @notice A beacon whose signatures are hashes, so that tests know every round's. A round every 3 seconds from 1970 on.
contract RaffleBeacon is IDrandBeacon {
    /// @inheritdoc IDrandBeacon
    function roundAfter(uint256 timestamp) external pure returns (uint64 round) {
        return uint64(timestamp / 3 + 2);
    }

    /// @inheritdoc IDrandBeacon
    function verify(uint64 round, bytes calldata signature) external pure returns (bytes32 randomness) {
        if (keccak256(signature) != keccak256(sign(round))) revert InvalidSignature(round);
        return sha256(signature);
    }

    /// @notice The signature of a round.
    function sign(uint64 round) public pure returns (bytes memory) {
        return abi.encode(keccak256(abi.encode(round, 0)), keccak256(abi.encode(round, 1)), uint256(round));
    }
}
