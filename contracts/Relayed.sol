// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";

/// @title Relayed
/// @notice A contract whose members may act without gas (ERC-2771) and whose roles are the AccessManager's.
abstract contract Relayed is ERC2771Context, AccessManaged {
    /// @param authority_ the AccessManager that knows the roles
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    constructor(address authority_, address forwarder_) ERC2771Context(forwarder_) AccessManaged(authority_) {}

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}
