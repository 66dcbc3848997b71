// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

/// @title Guardian
/// @notice The brake: a guardian may close a contract at once, so that its restricted functions refuse everyone, the
/// holder of a stolen key included. What members may do by themselves goes on: spend, transfer, refund, vote.
/// @dev AccessManager lets ADMIN alone close a target, and ADMIN waits for its delay. So this contract is an ADMIN without
/// delay, and all it can do with that is what `close` does. ADMIN opens again, by a scheduled call. A target must have no
/// admin delay of its own (setTargetAdminDelay), or `close` would have to wait for it and reverts.
contract Guardian is AccessManaged {
    /// @notice The AccessManager and the Guardian stay open: whoever stole a guardian's key could otherwise take the brake
    /// away first.
    error NotClosable(address target);

    /// @param authority_ the AccessManager that knows the roles
    constructor(address authority_) AccessManaged(authority_) {}

    /// @notice Closes `target`: its restricted functions refuse everyone until ADMIN opens it again.
    function close(address target) external restricted {
        if (target == address(this) || target == authority()) revert NotClosable(target);
        IAccessManager(authority()).setTargetClosed(target, true);
    }
}
