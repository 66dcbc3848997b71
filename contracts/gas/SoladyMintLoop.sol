// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20 as SoladyERC20} from "solady/src/tokens/ERC20.sol";

/// @title SoladyMintLoop
/// @notice Peer of the gas table: the same with Solady's ERC-20, which is written in assembly.
contract SoladyMintLoop is SoladyERC20 {
    /// @notice Mints to each member of `packed`.
    /// @param packed one word each: the member's address in the upper 160 bits, wei in the lower 96
    function mintRun(uint256[] calldata packed) external {
        uint256 count = packed.length;
        for (uint256 i = 0; i < count; ++i) _mint(address(uint160(packed[i] >> 96)), uint96(packed[i]));
    }

    /// @notice The token's name.
    function name() public pure override returns (string memory) {
        return "Peer";
    }

    /// @notice The token's symbol.
    function symbol() public pure override returns (string memory) {
        return "PEER";
    }
}
