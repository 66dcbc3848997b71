// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SmallWallet
/// @notice The smallest contract wallet: it signs by its owner's key (ERC-1271). For tests of signing in, compiled by
/// test/support/small-wallet.ts alone: it imports nothing.
contract SmallWallet {
    address private immutable OWNER;

    constructor(address owner_) {
        OWNER = owner_;
    }

    /// @notice ERC-1271: whether the owner signed this hash.
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0;
        bytes32 r = bytes32(signature[:32]);
        bytes32 s = bytes32(signature[32:64]);
        address signer = ecrecover(hash, uint8(signature[64]), r, s);
        return signer != address(0) && signer == OWNER ? this.isValidSignature.selector : bytes4(0);
    }
}
