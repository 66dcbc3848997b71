// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";

/// @title OzMintLoop
/// @notice Peer of the gas table: a plain OpenZeppelin ERC-20 that anyone may mint in a loop: no roles, no award ids, no
/// caps, no merit, no votes.
contract OzMintLoop is ERC20Burnable {
    constructor() ERC20("Peer", "PEER") {}

    /// @notice Mints `amounts[i]` to `members[i]`, as such a loop is commonly written.
    function mintAll(address[] calldata members, uint256[] calldata amounts) external {
        uint256 count = members.length;
        for (uint256 i = 0; i < count; ++i) _mint(members[i], amounts[i]);
    }

    /// @notice The same from Karma's own packed words, whose calldata is cheaper.
    /// @param packed one word each: the member's address in the upper 160 bits, wei in the lower 96
    function mintRun(uint256[] calldata packed) external {
        uint256 count = packed.length;
        for (uint256 i = 0; i < count; ++i) _mint(address(uint160(packed[i] >> 96)), uint96(packed[i]));
    }
}
