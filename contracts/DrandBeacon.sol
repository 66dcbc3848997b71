// SPDX-License-Identifier: MIT
// What the assembly is for is said at each place.
// solhint-disable no-inline-assembly
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BlsG1} from "./BlsG1.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";

/// @title DrandBeacon
/// @notice Verifies a drand network's rounds on chain: scheme bls-unchained-g1-rfc9380, that of quicknet.
/// @dev Signature S in G1, public key K in G2, M = hash_to_curve(sha256(round)); S is right when e(M, K) * e(S, -G2) = 1.
/// Such a signature is unique, so nobody can choose between two values of a round's randomness.
/// That S and K lie in their subgroups, on their curves and below the modulus, the pairing precompile checks (EIP-2537).
/// Nothing here can be changed after deployment, and nobody has a role in it.
contract DrandBeacon is IDrandBeacon {
    /// @dev Twice what EIP-2537 asks for two pairs (2 * 32,600 + 37,700): a pairing of bad points burns all it was given,
    /// and a chain may reprice it a little.
    uint256 private constant PAIRING_GAS = 205_800;

    /// @dev -G2, the negated generator: x and y, each c0 then c1, as EIP-2537 writes them.
    uint256 private constant G_0 = 0x024aa2b2f08f0a91260805272dc51051;
    uint256 private constant G_1 = 0xc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8;
    uint256 private constant G_2 = 0x13e02b6052719f607dacd3a088274f65;
    uint256 private constant G_3 = 0x596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e;
    uint256 private constant G_4 = 0x0d1b3cc2c7027888be51d9ef691d77bc;
    uint256 private constant G_5 = 0xb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa;
    uint256 private constant G_6 = 0x13fa4d4a0ad8b1ce186ed5061789213d;
    uint256 private constant G_7 = 0x993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed;

    /// @notice When round 1 was published, in unix seconds.
    uint64 public immutable GENESIS;

    /// @notice Seconds from one round to the next.
    uint64 public immutable PERIOD;

    /// @dev The public key, in the words of `publicKey()`.
    uint256 private immutable KEY_0;
    uint256 private immutable KEY_1;
    uint256 private immutable KEY_2;
    uint256 private immutable KEY_3;
    uint256 private immutable KEY_4;
    uint256 private immutable KEY_5;
    uint256 private immutable KEY_6;
    uint256 private immutable KEY_7;

    /// @notice A public key is 256 bytes, and not the point at infinity.
    error InvalidPublicKey();

    /// @notice Rounds must be some time apart.
    error InvalidPeriod();

    /// @notice Verifies the known round, so that there is no beacon with a wrong key, nor on a chain without the precompiles.
    /// @param publicKey_ the network's point of G2 as EIP-2537 writes it: x.c0, x.c1, y.c0, y.c1, each in 64 bytes
    /// @param genesis when round 1 was published, in unix seconds
    /// @param period seconds between two rounds
    /// @param knownRound any round published already
    /// @param knownSignature its signature, uncompressed
    constructor(bytes memory publicKey_, uint64 genesis, uint64 period, uint64 knownRound, bytes memory knownSignature) {
        if (publicKey_.length != 256) revert InvalidPublicKey();
        uint256[8] memory key = abi.decode(publicKey_, (uint256[8]));
        // With this key the point at infinity would sign every round. The last four words alone tell: no other point has y = 0.
        if ((key[4] | key[5] | key[6] | key[7]) == 0) revert InvalidPublicKey();
        if (period == 0) revert InvalidPeriod();
        (KEY_0, KEY_1, KEY_2, KEY_3) = (key[0], key[1], key[2], key[3]);
        (KEY_4, KEY_5, KEY_6, KEY_7) = (key[4], key[5], key[6], key[7]);
        (GENESIS, PERIOD) = (genesis, period);
        verify(knownRound, knownSignature);
    }

    /// @notice The network's public key, a point of G2 as EIP-2537 writes it.
    function publicKey() external view returns (bytes memory) {
        return abi.encode(KEY_0, KEY_1, KEY_2, KEY_3, KEY_4, KEY_5, KEY_6, KEY_7);
    }

    /// @inheritdoc IDrandBeacon
    function roundAfter(uint256 timestamp) external view returns (uint64 round) {
        if (timestamp < GENESIS) return 1;
        return SafeCast.toUint64((timestamp - GENESIS) / PERIOD + 2);
    }

    /// @inheritdoc IDrandBeacon
    function verify(uint64 round, bytes memory signature) public view returns (bytes32 randomness) {
        // drand has no round 0: its genesis is not signed.
        if (round == 0 || signature.length != 96) revert InvalidSignature(round);
        // M (4 words), K (8), S (4), -G2 (8).
        uint256[24] memory pairs;
        BlsG1.hashToCurve(_message(round), pairs);
        (pairs[4], pairs[5], pairs[6], pairs[7]) = (KEY_0, KEY_1, KEY_2, KEY_3);
        (pairs[8], pairs[9], pairs[10], pairs[11]) = (KEY_4, KEY_5, KEY_6, KEY_7);
        (pairs[16], pairs[17], pairs[18], pairs[19]) = (G_0, G_1, G_2, G_3);
        (pairs[20], pairs[21], pairs[22], pairs[23]) = (G_4, G_5, G_6, G_7);
        bool valid;
        assembly ("memory-safe") {
            // Each coordinate in the last 48 of its 64 bytes.
            mcopy(add(pairs, 0x190), add(signature, 0x20), 48)
            mcopy(add(pairs, 0x1d0), add(signature, 0x50), 48)
            valid := staticcall(PAIRING_GAS, 0x0f, pairs, 0x300, 0x00, 0x20)
            // The word is the precompile's only if it returned one.
            valid := and(valid, and(eq(returndatasize(), 0x20), eq(mload(0x00), 1)))
        }
        if (!valid) revert InvalidSignature(round);
        return _randomness(pairs);
    }

    /// @dev What the network signs: sha256 of the round's number in 8 bytes, big endian.
    function _message(uint64 round) private view returns (bytes32) {
        assembly ("memory-safe") {
            mstore(0x00, round)
        }
        return BlsG1.digest(0x18, 8);
    }

    /// @dev sha256 of S compressed: x, with two flags in its first three bits, which P leaves free: "compressed" and y's sign.
    function _randomness(uint256[24] memory pairs) private view returns (bytes32) {
        uint256 flags = BlsG1.isLarger(pairs[14], pairs[15]) ? 0xa0 : 0x80;
        uint256 start;
        assembly ("memory-safe") {
            start := add(pairs, 0x190)
            mstore8(start, or(byte(0, mload(start)), flags))
        }
        return BlsG1.digest(start, 48);
    }
}
