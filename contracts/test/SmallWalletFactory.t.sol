// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SmallWallet} from "./SmallWallet.t.sol";

/// @title SmallWalletFactory
/// @notice Makes wallets at addresses known before (CREATE2), as ERC-6492 is about.
contract SmallWalletFactory {
    /// @notice Makes the owner's wallet, or finds it made.
    function create(address owner) external returns (address wallet) {
        wallet = addressOf(owner);
        if (wallet.code.length == 0) new SmallWallet{salt: 0}(owner);
    }

    /// @notice Where the owner's wallet is, or will be.
    function addressOf(address owner) public view returns (address) {
        bytes32 code = keccak256(abi.encodePacked(type(SmallWallet).creationCode, abi.encode(owner)));
        bytes32 hash = keccak256(abi.encodePacked(bytes1(0xff), address(this), bytes32(0), code));
        return address(uint160(uint256(hash)));
    }
}
