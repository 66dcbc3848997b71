// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC5192
/// @notice Minimal soulbound tokens: https://eips.ethereum.org/EIPS/eip-5192
interface IERC5192 {
    /// @notice The token cannot move from now on.
    event Locked(uint256 tokenId);

    /// @notice The token can move from now on.
    event Unlocked(uint256 tokenId);

    /// @notice Whether the token cannot move; reverts for a token that does not exist.
    function locked(uint256 tokenId) external view returns (bool);
}
