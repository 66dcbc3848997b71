// SPDX-License-Identifier: MIT
// solhint-disable use-natspec
pragma solidity 0.8.37;

/// @title BeaconSigner
/// @notice A drand network of one test key, signing in Solidity: the scheme written a second time, plainly, to hold DrandBeacon against.
/// @dev Nothing of BlsG1 is used: expand_message_xmd as RFC 9380 prints it, modexp for the reduction, MSM to multiply.
library BeaconSigner {
    bytes private constant DST_PRIME = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_\x2b";
    /// @notice How many points G1 and G2 have.
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
    bytes private constant P =
        hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";
    /// @dev The generator of G2 as EIP-2537 writes it.
    bytes private constant G2 =
        hex"00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
        hex"0000000000000000000000000000000013e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        hex"000000000000000000000000000000000ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801"
        hex"000000000000000000000000000000000606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be";

    /// @notice The precompile refused its input.
    error NoAnswer(uint160 precompile);

    /// @notice A round's signature, uncompressed, as `verify` takes it.
    function sign(uint256 key, uint64 round) internal view returns (bytes memory) {
        bytes memory point = run(0x0c, bytes.concat(hashToCurve(sha256(abi.encodePacked(round))), bytes32(key)));
        return unpad(point);
    }

    /// @notice The key's point of G2, as the constructor takes it.
    function publicKey(uint256 key) internal view returns (bytes memory) {
        return run(0x0e, bytes.concat(G2, bytes32(key)));
    }

    /// @notice hash_to_curve(message), a point of G1 in 128 bytes.
    function hashToCurve(bytes32 message) internal view returns (bytes memory) {
        bytes memory wide = expand(message);
        return run(0x0b, bytes.concat(map(slice(wide, 0, 64)), map(slice(wide, 64, 64))));
    }

    /// @notice expand_message_xmd(message, DST, 128) of RFC 9380, 5.3.1.
    function expand(bytes32 message) internal pure returns (bytes memory wide) {
        bytes32 b0 = sha256(abi.encodePacked(new bytes(64), message, uint16(128), uint8(0), DST_PRIME));
        bytes32 b = sha256(abi.encodePacked(b0, uint8(1), DST_PRIME));
        wide = abi.encodePacked(b);
        for (uint8 i = 2; i <= 4; ++i) {
            b = sha256(abi.encodePacked(b0 ^ b, i, DST_PRIME));
            wide = bytes.concat(wide, b);
        }
    }

    /// @notice 64 bytes modulo P, in 48.
    function reduce(bytes memory wide) internal view returns (bytes memory) {
        return run(0x05, abi.encodePacked(uint256(64), uint256(1), uint256(48), wide, uint8(1), P));
    }

    /// @notice The sum of two points of 96 bytes.
    function add(bytes memory a, bytes memory b) internal view returns (bytes memory) {
        return unpad(run(0x0b, bytes.concat(pad(a), pad(b))));
    }

    /// @notice coordinate + P: the same element of the field, written too large.
    function addP(bytes memory coordinate) internal pure returns (bytes memory) {
        (uint256 high, uint256 low) = words(coordinate);
        (uint256 pHigh, uint256 pLow) = words(P);
        unchecked {
            uint256 sum = low + pLow;
            return abi.encodePacked(uint128(high + pHigh + (sum < low ? 1 : 0)), sum);
        }
    }

    /// @notice P - coordinate.
    function negate(bytes memory coordinate) internal pure returns (bytes memory) {
        (uint256 high, uint256 low) = words(coordinate);
        (uint256 pHigh, uint256 pLow) = words(P);
        unchecked {
            return abi.encodePacked(uint128(pHigh - high - (pLow < low ? 1 : 0)), pLow - low);
        }
    }

    /// @notice `length` bytes from `start`.
    function slice(bytes memory data, uint256 start, uint256 length) internal pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) part[i] = data[start + i];
    }

    /// @notice 48 bytes as two words.
    function words(bytes memory coordinate) internal pure returns (uint256 high, uint256 low) {
        high = uint128(bytes16(slice(coordinate, 0, 16)));
        low = uint256(bytes32(slice(coordinate, 16, 32)));
    }

    /// @notice What a precompile answers; reverts when it fails.
    function run(uint160 precompile, bytes memory input) internal view returns (bytes memory) {
        (bool done, bytes memory output) = address(precompile).staticcall(input);
        if (!done || output.length == 0) revert NoAnswer(precompile);
        return output;
    }

    function map(bytes memory wide) private view returns (bytes memory) {
        return run(0x10, bytes.concat(bytes16(0), reduce(wide)));
    }

    function pad(bytes memory point) private pure returns (bytes memory) {
        return bytes.concat(bytes16(0), slice(point, 0, 48), bytes16(0), slice(point, 48, 48));
    }

    function unpad(bytes memory point) private pure returns (bytes memory) {
        return bytes.concat(slice(point, 16, 48), slice(point, 80, 48));
    }
}
