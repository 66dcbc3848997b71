// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC5643
/// @notice Subscription tokens: https://eips.ethereum.org/EIPS/eip-5643
interface IERC5643 {
    /// @notice The subscription now ends at `expiration` (unix seconds); 0: it was cancelled.
    event SubscriptionUpdate(uint256 indexed tokenId, uint64 expiration);

    /// @notice Prolongs a subscription by `duration` seconds; reverts for a token that does not exist.
    function renewSubscription(uint256 tokenId, uint64 duration) external payable;

    /// @notice Ends a subscription; reverts for a token that does not exist.
    function cancelSubscription(uint256 tokenId) external payable;

    /// @notice When a subscription ends, in unix seconds; reverts for a token that does not exist.
    function expiresAt(uint256 tokenId) external view returns (uint64);

    /// @notice Whether a subscription can be prolonged; reverts for a token that does not exist.
    function isRenewable(uint256 tokenId) external view returns (bool);
}
