// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title NaivePass
/// @notice Peer of the gas table: the pass as one writes it first, an OpenZeppelin ERC-721 with a mapping per fact.
contract NaivePass is ERC721 {
    /// @notice The token that pays; its price burns.
    ERC20Burnable public immutable TOKEN;

    /// @notice wei per pass
    uint256 public price;
    /// @notice seconds a pass runs
    uint256 public period;
    /// @notice The id of the newest pass.
    uint256 public lastId;
    /// @notice Tier of a pass.
    mapping(uint256 id => uint256 tier) public tierOf;
    /// @notice When a pass ends, unix seconds.
    mapping(uint256 id => uint256 expiresAt) public expiresAt;

    constructor(ERC20Burnable token, uint256 price_, uint256 period_) ERC721("Peer", "PEER") {
        TOKEN = token;
        price = price_;
        period = period_;
    }

    /// @notice Sells the caller a pass of `tier`.
    function purchase(uint256 tier) external {
        TOKEN.burnFrom(msg.sender, price);
        uint256 id = ++lastId;
        tierOf[id] = tier;
        expiresAt[id] = block.timestamp + period;
        _mint(msg.sender, id);
    }
}
