// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {DrandBeacon} from "./DrandBeacon.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";
import {BeaconSigner} from "./test/BeaconSigner.t.sol";
import {Quicknet} from "./test/Quicknet.t.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title DrandBeaconRefusalsTest
/// @notice Every signature but the one is refused, and so is every beacon that could not tell.
contract DrandBeaconRefusalsTest {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant KEY = 0x5EC2E7;

    DrandBeacon private beacon;
    Quicknet.Round private known;

    function setUp() external {
        known = Quicknet.all()[5];
        beacon = make(Quicknet.PUBLIC_KEY, 3, known.number, known.signature);
    }

    function make(bytes memory key, uint64 period, uint64 round, bytes memory signature) private returns (DrandBeacon) {
        return new DrandBeacon(key, Quicknet.GENESIS, period, round, signature);
    }

    function expectRefusal(uint64 round, bytes memory signature) private {
        VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, round));
        beacon.verify(round, signature);
    }

    function x() private view returns (bytes memory) {
        return BeaconSigner.slice(known.signature, 0, 48);
    }

    function y() private view returns (bytes memory) {
        return BeaconSigner.slice(known.signature, 48, 48);
    }

    /*//////////////////////////////////////////////////////////////
                            ANOTHER ROUND
    //////////////////////////////////////////////////////////////*/

    function testFuzzNoOtherRoundHasThisSignature(uint64 round) external {
        VM.assume(round != known.number);
        expectRefusal(round, known.signature);
    }

    function testTheRoundsNextToItAndTheExtremesAreRefused() external {
        expectRefusal(known.number - 1, known.signature);
        expectRefusal(known.number + 1, known.signature);
        expectRefusal(0, known.signature);
        expectRefusal(type(uint64).max, known.signature);
    }

    function testRoundZeroIsRefusedEvenWhenItIsSigned() external {
        beacon = make(BeaconSigner.publicKey(KEY), 3, 1, BeaconSigner.sign(KEY, 1));
        expectRefusal(0, BeaconSigner.sign(KEY, 0));
    }

    function testAnotherRoundsSignatureIsRefused() external {
        Quicknet.Round[] memory rounds = Quicknet.all();
        for (uint256 i = 0; i < rounds.length; ++i)
            if (rounds[i].number != known.number) expectRefusal(known.number, rounds[i].signature);
    }

    function testAnotherKeysSignatureIsRefused() external {
        expectRefusal(known.number, BeaconSigner.sign(KEY, known.number));
    }

    /*//////////////////////////////////////////////////////////////
                            ANOTHER POINT
    //////////////////////////////////////////////////////////////*/

    function testFuzzOneFlippedBitIsRefused(uint16 position) external {
        position %= 768;
        bytes memory signature = known.signature;
        signature[position / 8] ^= bytes1(uint8(1 << (position % 8)));
        expectRefusal(known.number, signature);
    }

    function testTheNegatedPointIsRefused() external {
        expectRefusal(known.number, bytes.concat(x(), BeaconSigner.negate(y())));
    }

    function testTheSamePointWrittenWithTooLargeNumbersIsRefused() external {
        expectRefusal(known.number, bytes.concat(BeaconSigner.addP(x()), y()));
        expectRefusal(known.number, bytes.concat(x(), BeaconSigner.addP(y())));
        expectRefusal(known.number, bytes.concat(BeaconSigner.addP(x()), BeaconSigner.addP(y())));
    }

    function testInfinityIsRefusedInEveryWriting() external {
        bytes memory zeros = new bytes(96);
        expectRefusal(known.number, zeros);
        for (uint256 flags = 0x20; flags < 0x100; flags += 0x20) {
            zeros[0] = bytes1(uint8(flags));
            expectRefusal(known.number, zeros);
        }
    }

    function testTheFlagsOfCompressedPointsAreRefused() external {
        bytes memory signature = known.signature;
        for (uint256 flags = 0x20; flags < 0x100; flags += 0x20) {
            signature[0] = bytes1(uint8(flags)) | known.signature[0];
            expectRefusal(known.number, signature);
        }
    }

    function testAPointOfOrderThreeIsRefusedAloneAndAdded() external {
        // (0, 2) and (0, -2) are on the curve, outside G1.
        bytes memory two = BeaconSigner.slice(abi.encode(0, 2), 16, 48);
        bytes memory small = bytes.concat(new bytes(48), two);
        bytes memory negated = bytes.concat(new bytes(48), BeaconSigner.negate(two));
        expectRefusal(known.number, small);
        expectRefusal(known.number, negated);
        expectRefusal(known.number, BeaconSigner.add(known.signature, small));
        expectRefusal(known.number, BeaconSigner.add(known.signature, negated));
    }

    /*//////////////////////////////////////////////////////////////
                            ANOTHER LENGTH
    //////////////////////////////////////////////////////////////*/

    function testFuzzEveryOtherLengthIsRefused(uint8 length) external {
        VM.assume(length != 96);
        bytes memory signature = new bytes(length);
        for (uint256 i = 0; i < length && i < 96; ++i) signature[i] = known.signature[i];
        expectRefusal(known.number, signature);
    }

    function testNothingTheCompressedFormAndOneByteMoreAreRefused() external {
        expectRefusal(known.number, "");
        bytes memory compressed = x();
        compressed[0] |= 0xa0;
        expectRefusal(known.number, compressed);
        expectRefusal(known.number, bytes.concat(known.signature, hex"00"));
        expectRefusal(known.number, bytes.concat(hex"00", known.signature));
    }

    /*//////////////////////////////////////////////////////////////
                            WHAT IT COSTS
    //////////////////////////////////////////////////////////////*/

    function testARefusalBurnsTwoPairingsNotAllTheGas() external view {
        bytes memory call = abi.encodeCall(IDrandBeacon.verify, (known.number, new bytes(96)));
        call[call.length - 1] = 0x01;
        (uint256 before, address target) = (gasleft(), address(beacon));
        (bool done, ) = target.staticcall{gas: 10_000_000}(call);
        VM.assertFalse(done, "refused");
        VM.assertLe(before - gasleft(), 230_000, "gas");
    }

    function testTooLittleGasNeverVerifies() external view {
        bytes memory wrong = abi.encodeCall(IDrandBeacon.verify, (known.number, Quicknet.all()[4].signature));
        bytes memory right = abi.encodeCall(IDrandBeacon.verify, (known.number, known.signature));
        address target = address(beacon);
        for (uint256 i = 1; i < 150; ++i) {
            uint256 gas = i * 1_731;
            (bool done, ) = target.staticcall{gas: gas}(wrong);
            VM.assertFalse(done, "a wrong signature");
            bytes memory answer;
            (done, answer) = target.staticcall{gas: gas}(right);
            if (done) VM.assertEq(abi.decode(answer, (bytes32)), known.randomness, "the randomness or nothing");
        }
    }

    /*//////////////////////////////////////////////////////////////
                        NO BEACON THAT CANNOT TELL
    //////////////////////////////////////////////////////////////*/

    function testABeaconNeedsARoundItCanVerify() external {
        bytes memory signature = known.signature;
        bytes memory compressed = x();
        VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, known.number + 1));
        make(Quicknet.PUBLIC_KEY, 3, known.number + 1, signature);
        VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, known.number));
        make(Quicknet.PUBLIC_KEY, 3, known.number, compressed);
        bytes memory other = BeaconSigner.publicKey(KEY);
        VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, known.number));
        make(other, 3, known.number, signature);
    }

    function testABeaconNeedsAKeyOf256Bytes() external {
        VM.expectRevert(DrandBeacon.InvalidPublicKey.selector);
        make(bytes.concat(Quicknet.PUBLIC_KEY, hex"00"), 3, known.number, known.signature);
        VM.expectRevert(DrandBeacon.InvalidPublicKey.selector);
        make(BeaconSigner.slice(Quicknet.PUBLIC_KEY, 0, 255), 3, known.number, known.signature);
        VM.expectRevert(DrandBeacon.InvalidPublicKey.selector);
        make("", 3, known.number, known.signature);
    }

    function testTheKeyAtInfinityUnderWhichInfinitySignsEverythingIsRefused() external {
        VM.expectRevert(DrandBeacon.InvalidPublicKey.selector);
        make(new bytes(256), 3, known.number, new bytes(96));
    }

    function testABeaconNeedsAPeriod() external {
        VM.expectRevert(DrandBeacon.InvalidPeriod.selector);
        make(Quicknet.PUBLIC_KEY, 0, known.number, known.signature);
    }
}
