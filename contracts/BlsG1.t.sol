// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec, no-inline-assembly
pragma solidity 0.8.37;

import {BlsG1} from "./BlsG1.sol";
import {BeaconSigner} from "./test/BeaconSigner.t.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title BlsG1Test
/// @notice Each step of the hash equals its plain second writing in BeaconSigner.
contract BlsG1Test {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant MAX = type(uint256).max;
    uint256 private constant P_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    /// @dev floor((2^512 - 1) / P).
    uint256 private constant MOST = 0x9d835d2f3cc9e45ce28101b0cc7a6ba29;
    uint256 private constant P_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    function checkReduction(uint256 upper, uint256 lower) private view {
        (uint256 high, uint256 low) = BlsG1.reduce(upper, lower);
        (uint256 trueHigh, uint256 trueLow) = BeaconSigner.words(BeaconSigner.reduce(abi.encode(upper, lower)));
        VM.assertEq(high, trueHigh, "high");
        VM.assertEq(low, trueLow, "low");
    }

    function testFuzzReductionEqualsTheModexpPrecompile(uint256 upper, uint256 lower) external view {
        checkReduction(upper, lower);
    }

    function testFuzzReductionIsRightBesideEveryMultipleOfP(uint256 factor, uint8 distance) external view {
        // Where the estimated quotient is one too small.
        (uint256 upper, uint256 lower) = multiple(factor % MOST);
        checkReduction(upper, lower);
        unchecked {
            uint256 below = lower - distance;
            if (upper != 0) checkReduction(below > lower ? upper - 1 : upper, below);
            uint256 above = lower + distance;
            checkReduction(above < lower ? upper + 1 : upper, above);
        }
    }

    function testFuzzReductionIsRightWhereAProductWrapsTheMulmodTrick(uint128 distance) external view {
        // A convergent of P_LOW / 2^256: the lower word of its product is so large that upper + lower passes 2^256 - 1.
        uint256 factor = 0x251fc1368b59298f627937aff5dc2151d;
        (uint256 upper, uint256 lower) = multiple(factor);
        unchecked {
            VM.assertLt(mulmod(factor, P_LOW, MAX), factor * P_LOW, "a rare product");
            // Well above the multiple and below the next one, so that the estimated quotient is this factor.
            checkReduction(upper + 1 + (distance >> 8), lower);
        }
    }

    function testFuzzReductionIsRightFurtherAboveMultiplesOfP(uint256 factor, uint256 distance) external view {
        // There the remainder before the subtraction may pass P by more than a word's rest.
        (uint256 upper, uint256 lower) = multiple(MOST - 1 - (factor % 2 ** 128));
        unchecked {
            uint256 above = lower + distance;
            checkReduction(above < lower ? upper + 1 : upper, above);
        }
    }

    function testReductionIsRightAtItsEnds() external view {
        checkReduction(0, 0);
        checkReduction(0, 1);
        checkReduction(0, MAX);
        checkReduction(MAX, 0);
        checkReduction(MAX, MAX);
        checkReduction(P_HIGH, P_LOW - 1);
        checkReduction(P_HIGH, P_LOW);
        checkReduction(P_HIGH, P_LOW + 1);
        checkReduction(P_HIGH, MAX);
        checkReduction(P_HIGH + 1, 0);
    }

    /// @dev factor * P in two words; factor < 2^132, and the product below 2^512.
    function multiple(uint256 factor) private pure returns (uint256 upper, uint256 lower) {
        unchecked {
            lower = factor * P_LOW;
            uint256 wide = mulmod(factor, P_LOW, MAX);
            upper = factor * P_HIGH + wide - lower - (wide < lower ? 1 : 0);
        }
    }

    function testFuzzExpansionIsThatOfRfc9380(bytes32 message) external view {
        (uint256 b1, uint256 b2, uint256 b3, uint256 b4) = BlsG1.expand(message);
        VM.assertEq(abi.encode(b1, b2, b3, b4), BeaconSigner.expand(message), "128 bytes");
    }

    function testFuzzExpansionDoesNotDependOnWhatFreeMemoryHolds(bytes32 message, bytes32 dirt) external view {
        assembly ("memory-safe") {
            let free := mload(0x40)
            for { let i := 0 } lt(i, 0x100) { i := add(i, 0x20) } { mstore(add(free, i), dirt) }
        }
        (uint256 b1, uint256 b2, uint256 b3, uint256 b4) = BlsG1.expand(message);
        VM.assertEq(abi.encode(b1, b2, b3, b4), BeaconSigner.expand(message), "128 bytes");
    }

    function testFuzzThePointIsThatOfTheOtherImplementation(bytes32 message) external view {
        uint256[24] memory points;
        BlsG1.hashToCurve(message, points);
        bytes memory point = abi.encode(points[0], points[1], points[2], points[3]);
        VM.assertEq(point, BeaconSigner.hashToCurve(message), "point");
    }

    function testOfTheTwoHalvesOfTheFieldTheUpperOneIsLarger() external pure {
        (uint256 high, uint256 low) = (P_HIGH >> 1, (P_LOW >> 1) | (1 << 255));
        VM.assertFalse(BlsG1.isLarger(0, 1), "1");
        VM.assertFalse(BlsG1.isLarger(high - 1, MAX), "a high word less");
        VM.assertFalse(BlsG1.isLarger(high, low), "(P - 1) / 2");
        VM.assertTrue(BlsG1.isLarger(high, low + 1), "(P + 1) / 2");
        VM.assertTrue(BlsG1.isLarger(high + 1, 0), "a high word more");
        VM.assertTrue(BlsG1.isLarger(P_HIGH, P_LOW - 1), "P - 1");
    }
}
