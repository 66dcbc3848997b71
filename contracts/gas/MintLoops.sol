// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20 as SoladyERC20} from "solady/src/tokens/ERC20.sol";

/// @title OzMintLoop
/// @notice Peer of the gas table: a plain OpenZeppelin ERC-20 that anyone may mint in a loop, from the same packed words
/// as Karma: no roles, no award ids, no caps, no merit, no votes.
contract OzMintLoop is ERC20Burnable {
    constructor() ERC20("Peer", "PEER") {}

    /// @notice Mints to each member of `packed`.
    /// @param packed one word each: the member's address in the upper 160 bits, wei in the lower 96
    function mintRun(uint256[] calldata packed) external {
        uint256 count = packed.length;
        for (uint256 i = 0; i < count; ++i) _mint(address(uint160(packed[i] >> 96)), uint96(packed[i]));
    }
}

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

/// @title DisperseLoop
/// @notice Peer of the gas table: pays many from the caller's own tokens, one transfer each, as Disperse does.
contract DisperseLoop {
    /// @notice Takes the sum from the caller and transfers `values[i]` to `members[i]`.
    function disperse(IERC20 token, address[] calldata members, uint256[] calldata values) external {
        uint256 total = 0;
        for (uint256 i = 0; i < members.length; ++i) total += values[i];
        require(token.transferFrom(msg.sender, address(this), total));
        for (uint256 i = 0; i < members.length; ++i) require(token.transfer(members[i], values[i]));
    }
}
