// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDrandBeacon} from "../IDrandBeacon.sol";

/// @title FarBeacon
/// @notice A beacon whose rounds are numbered too high.
contract FarBeacon is IDrandBeacon {
    /// @inheritdoc IDrandBeacon
    function roundAfter(uint256) external pure returns (uint64 round) {
        return uint64(type(uint56).max) + 1;
    }

    /// @inheritdoc IDrandBeacon
    function verify(uint64 round, bytes calldata) external pure returns (bytes32) {
        revert InvalidSignature(round);
    }
}
