// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// Foundry's name for it, which every Solidity reader knows.
// solhint-disable interface-starts-with-i

/// @title Vm
/// @notice The cheatcodes of Hardhat's Solidity test runner that our tests use.
interface Vm {
    /// @notice An event as the chain has it.
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    /// @notice Keeps the events from now on.
    function recordLogs() external;

    /// @notice The events kept.
    function getRecordedLogs() external returns (Log[] memory logs);

    /// @notice The next call comes from `sender`.
    function prank(address sender) external;

    /// @notice Sets the block's time.
    function warp(uint256 timestamp) external;

    /// @notice The next call must revert with exactly this data.
    function expectRevert(bytes calldata data) external;

    /// @notice The next call must revert with exactly this selector.
    function expectRevert(bytes4 data) external;

    /// @notice The next call must emit the event emitted after this, from `emitter`, all fields equal.
    function expectEmit(address emitter) external;

    /// @notice Signs a digest.
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    /// @notice The address of a key.
    function addr(uint256 key) external pure returns (address account);

    /// @notice Drops this fuzz input.
    function assume(bool condition) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(uint256 left, uint256 right, string calldata reason) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(address left, address right, string calldata reason) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(string calldata left, string calldata right, string calldata reason) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(bool left, bool right, string calldata reason) external pure;

    /// @notice Fails the test unless true.
    function assertTrue(bool condition, string calldata reason) external pure;

    /// @notice Fails the test unless false.
    function assertFalse(bool condition, string calldata reason) external pure;

    /// @notice Fails the test unless different.
    function assertNotEq(uint256 left, uint256 right, string calldata reason) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(bytes32 left, bytes32 right, string calldata reason) external pure;

    /// @notice Fails the test unless equal.
    function assertEq(bytes calldata left, bytes calldata right, string calldata reason) external pure;

    /// @notice Fails the test unless left < right.
    function assertLt(uint256 left, uint256 right, string calldata reason) external pure;

    /// @notice Fails the test unless left <= right.
    function assertLe(uint256 left, uint256 right, string calldata reason) external pure;

    /// @notice All calls from now on come from `sender`.
    function startPrank(address sender) external;

    /// @notice Calls come from the test again.
    function stopPrank() external;

    /// @notice The next call must revert, with whatever data.
    function expectRevert() external;

    /// @notice Sets the chain's id.
    function chainId(uint256 id) external;

    /// @notice Puts code at an address.
    function etch(address target, bytes calldata code) external;

    /// @notice Reads a storage slot.
    function load(address target, bytes32 slot) external view returns (bytes32 word);

    /// @notice Writes a storage slot.
    function store(address target, bytes32 slot, bytes32 word) external;

    /// @notice Sets an account's ETH, in wei.
    function deal(address account, uint256 amount) external;
}
