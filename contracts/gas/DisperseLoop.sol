// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

/// @title DisperseLoop
/// @notice Peer of the gas table: pays many from the caller's own tokens, one transfer each, as Disperse does.
contract DisperseLoop {
    /// @notice The token said no.
    error Refused();

    /// @notice Takes the sum from the caller and transfers `values[i]` to `members[i]`.
    function disperse(IERC20 token, address[] calldata members, uint256[] calldata values) external {
        uint256 total = 0;
        for (uint256 i = 0; i < members.length; ++i) total += values[i];
        if (!token.transferFrom(msg.sender, address(this), total)) revert Refused();
        for (uint256 i = 0; i < members.length; ++i)
            if (!token.transfer(members[i], values[i])) revert Refused();
    }
}
