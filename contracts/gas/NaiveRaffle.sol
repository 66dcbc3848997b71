// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";

/// @title NaiveRaffle
/// @notice Peer of the gas table: the raffle as one writes it first, with an array of entries and stored winners. It asks
/// for no pass, and its caller names the seed, so it has no randomness that a member could trust.
contract NaiveRaffle {
    /// @notice The token that pays.
    IERC20 public immutable TOKEN;
    /// @notice wei per entry
    uint256 public immutable PRICE;

    /// @notice Who entered, in order.
    address[] public entries;
    /// @notice Whether a member entered.
    mapping(address member => bool entered) public entered;
    /// @notice Who won, in order.
    address[] public winners;

    /// @notice One ticket per member.
    error EnteredAlready();

    /// @notice The token said no.
    error Refused();

    constructor(IERC20 token, uint256 price) {
        TOKEN = token;
        PRICE = price;
    }

    /// @notice Enters the caller.
    function enter() external {
        if (entered[msg.sender]) revert EnteredAlready();
        entered[msg.sender] = true;
        entries.push(msg.sender);
        if (!TOKEN.transferFrom(msg.sender, address(this), PRICE)) revert Refused();
    }

    /// @notice Enters many at once, free: fills the array before a draw is measured.
    function fill(address[] calldata members) external {
        for (uint256 i = 0; i < members.length; ++i) entries.push(members[i]);
    }

    /// @notice Draws `count` different winners from a seed that the caller brings; each leaves the array.
    function draw(uint256 seed, uint256 count) external {
        for (uint256 i = 0; i < count; ++i) {
            uint256 index = uint256(keccak256(abi.encode(seed, i))) % entries.length;
            winners.push(entries[index]);
            entries[index] = entries[entries.length - 1];
            entries.pop();
        }
    }
}
