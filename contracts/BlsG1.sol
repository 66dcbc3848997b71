// SPDX-License-Identifier: MIT
// What the assembly is for is said at each place.
// solhint-disable no-inline-assembly
pragma solidity 0.8.37;

/// @title BlsG1
/// @notice Hashes to G1 of BLS12-381 as drand does: RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_, by the EIP-2537 precompiles.
/// @dev A field element is below P and takes two words, `high` (its upper 128 bits) and `low`; a point is x then y: four words.
///
/// Assembly, because the verification has a bar of 123,000 gas: five sha256 calls over one buffer that is laid out once, and
/// precompiles that read their input where the step before left it. The reduction modulo P is Barrett's, at about 170 gas:
/// the modexp precompile's least price with its call is 300 on Prague and 600 since Osaka (EIP-7883).
library BlsG1 {
    /// @dev The field's modulus, P = P_HIGH * 2^256 + P_LOW.
    uint256 private constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    /// @dev floor(2^636 / P): the 256 leading bits of 1 / P.
    uint256 private constant RECIPROCAL = 0x9d835d2f3cc9e45ce28101b0cc7a6ba291b82741ff6a0a94bdf4771e0286779d;

    /// @dev (P - 1) / 2: of y and -y, the larger one is above it.
    uint256 private constant HALF_HIGH = 0x0d0088f51cbff34d258dd3db21a5d66b;
    uint256 private constant HALF_LOW = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// @notice A precompile of EIP-2537 is not there, or the gas ran out in it.
    error PrecompileFailed(address precompile);

    /*//////////////////////////////////////////////////////////////
                            HASH TO CURVE
    //////////////////////////////////////////////////////////////*/

    /// @notice hash_to_curve of RFC 9380 with drand's domain: two field elements, each mapped into G1, added.
    /// @param message what is hashed
    /// @param points its first four words become the point, where the pairing wants it; the next four are scratch
    function hashToCurve(bytes32 message, uint256[24] memory points) internal view {
        (uint256 a, uint256 b, uint256 c, uint256 d) = expand(message);
        (points[0], points[1]) = reduce(a, b);
        (points[4], points[5]) = reduce(c, d);
        address failed;
        // Each map's result (four words) replaces its argument (two); the sum reads both where they lie.
        assembly ("memory-safe") {
            // The precompile's address if it failed, else 0. Where it does not exist the call succeeds and returns nothing.
            function run(precompile, input, length, output) -> failure {
                let done := staticcall(gas(), precompile, input, length, output, 0x80)
                if iszero(and(done, eq(returndatasize(), 0x80))) { failure := precompile }
            }
            let second := add(points, 0x80)
            failed := run(0x10, points, 0x40, points)
            if iszero(failed) { failed := run(0x10, second, 0x40, second) }
            if iszero(failed) { failed := run(0x0b, points, 0x100, points) }
        }
        if (failed != address(0)) revert PrecompileFailed(failed);
    }

    /// @notice expand_message_xmd of RFC 9380 with SHA-256: 128 bytes out of a message of 32.
    /// @dev With || for concatenation and DST' = DST || its length:
    /// b0 = H(64 zeros || message || 0x0080 || 0x00 || DST'), b1 = H(b0 || 1 || DST'), b(i) = H((b0 xor b(i-1)) || i || DST').
    /// Both kinds end in a byte and DST', so one buffer serves all five: b(i)'s 77 bytes are its last ones.
    ///
    ///     0x00       0x40      0x60    0x62    0x63                    0x8f
    ///     | 64 zeros | message | 00 80 |  00   | DST (43 bytes) | 0x2b |
    ///                  0x42 | b0 xor ..|  i    | DST'                  |
    function expand(bytes32 message) internal view returns (uint256 b1, uint256 b2, uint256 b3, uint256 b4) {
        bool done;
        assembly ("memory-safe") {
            // Free memory, used and left unclaimed; it may be dirty.
            let buffer := mload(0x40)
            mstore(buffer, 0)
            mstore(add(buffer, 0x20), 0)
            mstore(add(buffer, 0x40), message)
            mstore(add(buffer, 0x60), shl(232, 0x008000))
            mstore(add(buffer, 0x63), "BLS_SIG_BLS12381G1_XMD:SHA-256_S")
            mstore(add(buffer, 0x83), "SWU_RO_NUL_\x2b")
            let word := add(buffer, 0x42)
            let index := add(buffer, 0x62)
            done := staticcall(gas(), 0x02, buffer, 143, word, 0x20)
            let b0 := mload(word)
            mstore8(index, 1)
            done := and(done, staticcall(gas(), 0x02, word, 77, 0x00, 0x20))
            b1 := mload(0x00)
            mstore(word, xor(b0, b1))
            mstore8(index, 2)
            done := and(done, staticcall(gas(), 0x02, word, 77, 0x00, 0x20))
            b2 := mload(0x00)
            mstore(word, xor(b0, b2))
            mstore8(index, 3)
            done := and(done, staticcall(gas(), 0x02, word, 77, 0x00, 0x20))
            b3 := mload(0x00)
            mstore(word, xor(b0, b3))
            mstore8(index, 4)
            done := and(done, staticcall(gas(), 0x02, word, 77, 0x00, 0x20))
            b4 := mload(0x00)
        }
        if (!done) revert PrecompileFailed(address(2));
    }

    /// @notice sha256 of `length` bytes of memory from `start`.
    function digest(uint256 start, uint256 length) internal view returns (bytes32 hash) {
        bool done;
        assembly ("memory-safe") {
            done := staticcall(gas(), 0x02, start, length, 0x00, 0x20)
            hash := mload(0x00)
        }
        if (!done) revert PrecompileFailed(address(2));
    }

    /*//////////////////////////////////////////////////////////////
                                FIELD
    //////////////////////////////////////////////////////////////*/

    /// @notice (upper * 2^256 + lower) mod P.
    /// @dev Barrett: with R = RECIPROCAL, upper * R / 2^380 misses the true quotient by less than
    /// lower / P + upper / 2^380 < 2^-123, so its floor is the quotient or one less: one conditional subtraction sets it right.
    /// The remainder before it is below 2P < 2^382, so arithmetic modulo 2^512 loses nothing.
    function reduce(uint256 upper, uint256 lower) internal pure returns (uint256 high, uint256 low) {
        assembly ("memory-safe") {
            // A product modulo 2^256 - 1, less its lower word, is its upper word (Remco Bloemen's mulmod trick).
            let wide := mulmod(upper, RECIPROCAL, not(0))
            low := mul(upper, RECIPROCAL)
            let quotient := shr(124, sub(sub(wide, low), lt(wide, low)))
            wide := mulmod(quotient, P_LOW, not(0))
            low := mul(quotient, P_LOW)
            high := sub(sub(wide, low), lt(wide, low))
            high := sub(sub(sub(upper, mul(quotient, P_HIGH)), high), lt(lower, low))
            low := sub(lower, low)
            if iszero(lt(high, P_HIGH)) {
                if or(gt(high, P_HIGH), iszero(lt(low, P_LOW))) {
                    high := sub(sub(high, P_HIGH), lt(low, P_LOW))
                    low := sub(low, P_LOW)
                }
            }
        }
    }

    /// @notice Whether y is the larger of y and -y: the sign that a compressed point keeps.
    function isLarger(uint256 high, uint256 low) internal pure returns (bool) {
        return high > HALF_HIGH || (high == HALF_HIGH && low > HALF_LOW);
    }
}
