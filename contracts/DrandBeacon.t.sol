// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {DrandBeacon} from "./DrandBeacon.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";
import {BeaconSigner} from "./test/BeaconSigner.t.sol";
import {Quicknet} from "./test/Quicknet.t.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title DrandBeaconTest
/// @notice What the beacon accepts, and when its rounds come. What it refuses is in DrandBeacon.refusals.t.sol.
contract DrandBeaconTest {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant KEY = 0x5EC2E7;

    DrandBeacon private quicknet;
    DrandBeacon private local;

    function setUp() external {
        Quicknet.Round memory known = Quicknet.all()[0];
        quicknet = new DrandBeacon(
            Quicknet.PUBLIC_KEY,
            Quicknet.GENESIS,
            Quicknet.PERIOD,
            known.number,
            known.signature
        );
        local = new DrandBeacon(BeaconSigner.publicKey(KEY), 1_000, 3, 7, BeaconSigner.sign(KEY, 7));
    }

    /*//////////////////////////////////////////////////////////////
                                VERIFY
    //////////////////////////////////////////////////////////////*/

    function testEveryRecordedRoundOfQuicknetVerifiesWithItsRandomness() external view {
        Quicknet.Round[] memory rounds = Quicknet.all();
        VM.assertEq(rounds.length, 14, "rounds");
        for (uint256 i = 0; i < rounds.length; ++i) {
            bytes32 randomness = quicknet.verify(rounds[i].number, rounds[i].signature);
            VM.assertEq(randomness, rounds[i].randomness, "randomness");
        }
    }

    function testFuzzEveryRoundSignedByAnotherImplementationVerifies(uint64 round) external view {
        VM.assume(round != 0);
        bytes memory signature = BeaconSigner.sign(KEY, round);
        VM.assertEq(local.verify(round, signature), randomnessOf(signature), "randomness");
    }

    function testTheLastRoundVerifies() external view {
        local.verify(type(uint64).max, BeaconSigner.sign(KEY, type(uint64).max));
    }

    function testFuzzEveryKeyServes(uint256 key, uint64 round) external {
        VM.assume(round != 0 && key % BeaconSigner.ORDER != 0);
        bytes memory signature = BeaconSigner.sign(key, round);
        DrandBeacon beacon = new DrandBeacon(BeaconSigner.publicKey(key), 0, 1, round, signature);
        VM.assertEq(beacon.verify(round, signature), randomnessOf(signature), "randomness");
    }

    /// @dev sha256 of the compressed point, in which 0x20 says that y is above its negative.
    function randomnessOf(bytes memory signature) private pure returns (bytes32) {
        bytes memory y = BeaconSigner.slice(signature, 48, 48);
        (uint256 high, uint256 low) = BeaconSigner.words(y);
        (uint256 otherHigh, uint256 otherLow) = BeaconSigner.words(BeaconSigner.negate(y));
        bool larger = high > otherHigh || (high == otherHigh && low > otherLow);
        bytes memory compressed = BeaconSigner.slice(signature, 0, 48);
        compressed[0] |= larger ? bytes1(0xa0) : bytes1(0x80);
        return sha256(compressed);
    }

    /*//////////////////////////////////////////////////////////////
                                ROUNDS
    //////////////////////////////////////////////////////////////*/

    function testRoundAfterIsStrictlyAfter() external view {
        VM.assertEq(local.roundAfter(0), 1, "long before genesis");
        VM.assertEq(local.roundAfter(999), 1, "just before genesis");
        VM.assertEq(local.roundAfter(1_000), 2, "round 1 is public at genesis");
        VM.assertEq(local.roundAfter(1_002), 2, "a second before round 2");
        VM.assertEq(local.roundAfter(1_003), 3, "round 2 is public");
    }

    function testFuzzRoundAfterIsTheFirstPublishedLater(uint64 genesis, uint64 period, uint64 timestamp) external {
        VM.assume(period != 0);
        DrandBeacon beacon = new DrandBeacon(BeaconSigner.publicKey(KEY), genesis, period, 7, BeaconSigner.sign(KEY, 7));
        VM.assume(timestamp < genesis || (timestamp - genesis) / period < type(uint64).max - 1);
        uint256 round = beacon.roundAfter(timestamp);
        // Round r is published at genesis + (r - 1) * period.
        VM.assertLt(timestamp, genesis + (round - 1) * period, "its time is later");
        VM.assertLt(0, round, "rounds begin at 1");
        if (round > 1) VM.assertLe(genesis + (round - 2) * period, timestamp, "the one before is public");
    }

    function testATimeBeyondTheLastRoundIsRefused() external {
        uint256 beyond = uint256(type(uint64).max) * 3 + 1_000;
        VM.expectRevert(
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 64, uint256(type(uint64).max) + 2)
        );
        local.roundAfter(beyond);
    }

    /*//////////////////////////////////////////////////////////////
                            WHAT IT IS MADE OF
    //////////////////////////////////////////////////////////////*/

    function testItTellsItsNetwork() external view {
        VM.assertEq(quicknet.publicKey(), Quicknet.PUBLIC_KEY, "public key");
        VM.assertEq(quicknet.GENESIS(), 1_692_803_367, "genesis");
        VM.assertEq(quicknet.PERIOD(), 3, "period");
    }

    function testVerifyingCostsAtMostItsBar() external view {
        Quicknet.Round memory known = Quicknet.all()[5];
        bytes memory call = abi.encodeCall(IDrandBeacon.verify, (known.number, known.signature));
        address target = address(quicknet);
        // A transaction's first call pays 2,500 more for the account. 114,275 are the curve's precompiles.
        VM.assertLe(gasOf(target, call), 123_000, "first call");
        VM.assertLe(gasOf(target, call), 120_000, "every other");
    }

    function gasOf(address target, bytes memory call) private view returns (uint256 spent) {
        spent = gasleft();
        (bool done, ) = target.staticcall(call);
        spent -= gasleft();
        VM.assertTrue(done, "verified");
    }
}
