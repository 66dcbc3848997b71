// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Karma} from "../Karma.sol";

/// @title GovVotingKarma
/// @notice Stands in for Karma until it has votes of its own.
contract GovVotingKarma is Karma, Votes {
    constructor(address a, address f, uint256 c) Karma(a, f, c) {}

    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0)) _transferVotingUnits(from, to, value);
    }

    function _getVotingUnits(address a) internal view override returns (uint256) {
        return lifetimeEarned[a];
    }

    function _msgSender() internal view override(Karma, Context) returns (address) {
        return super._msgSender();
    }

    function _msgData() internal view override(Karma, Context) returns (bytes calldata) {
        return super._msgData();
    }

    function _contextSuffixLength() internal view override(Karma, Context) returns (uint256) {
        return super._contextSuffixLength();
    }
}
