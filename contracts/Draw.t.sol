// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {Draw} from "./Draw.sol";
import {Fixture} from "./test/Fixture.t.sol";

/// @title DrawTest
/// @notice What holds of the winners that a seed gives. That they equal core/raffle/draw.ts, and come out evenly, the
/// tests there show.
contract DrawTest is Fixture {
    bytes32 private constant SEED = keccak256("seed");
    uint256 private constant CAP = 500;

    /// @dev The textbook: the whole deck laid out, and swapped.
    function textbook(bytes32 seed, uint256 entries, uint256 count) private pure returns (uint256[] memory picked) {
        uint256[] memory deck = new uint256[](entries);
        for (uint256 i = 0; i < entries; ++i) deck[i] = i;
        picked = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 other = i + (uint256(keccak256(abi.encode(seed, i))) % (entries - i));
            (deck[i], deck[other]) = (deck[other], deck[i]);
            picked[i] = deck[i];
        }
    }

    function testNoWinnersOfNothing() external pure {
        VM.assertEq(Draw.winners(SEED, 0, 0).length, 0, "no entries");
        VM.assertEq(Draw.winners(SEED, 10, 0).length, 0, "no prizes");
    }

    function testASingleEntryWins() external pure {
        uint256[] memory picked = Draw.winners(SEED, 1, 1);
        VM.assertEq(picked.length, 1, "one");
        VM.assertEq(picked[0], 0, "the first ticket");
    }

    function testTheLargestRaffleIsAShuffleOfTheTextbook() external pure {
        bytes memory expected = abi.encode(textbook(SEED, CAP, CAP));
        VM.assertEq(abi.encode(Draw.winners(SEED, uint32(CAP), CAP)), expected, "all of the cap");
    }

    function testASeedIsOfItsRaffleAlone() external view {
        bytes32 expected = keccak256(abi.encode(SEED, block.chainid, address(this), uint256(7)));
        VM.assertEq(Draw.seedOf(SEED, 7), expected, "seed");
        VM.assertTrue(Draw.seedOf(SEED, 7) != Draw.seedOf(SEED, 8), "id");
    }

    /*//////////////////////////////////////////////////////////////
                                FUZZ
    //////////////////////////////////////////////////////////////*/

    /// @notice Any draw is the textbook's shuffle.
    function testWinnersAreTheTextbooks(bytes32 seed, uint16 size, uint16 prizes) external pure {
        uint256 entries = within(size, 1, 120);
        uint256 count = within(prizes, 1, entries);
        bytes memory expected = abi.encode(textbook(seed, entries, count));
        VM.assertEq(abi.encode(Draw.winners(seed, uint32(entries), count)), expected, "shuffle");
    }

    /// @notice Winners are distinct and below the number of entries, whatever it is.
    function testWinnersAreDistinctEntries(bytes32 seed, uint32 size, uint16 prizes) external pure {
        uint256 count = within(prizes, 1, 40);
        uint256 entries = within(size, count, type(uint32).max);
        uint256[] memory picked = Draw.winners(seed, uint32(entries), count);
        VM.assertEq(picked.length, count, "as many as prizes");
        for (uint256 i = 0; i < count; ++i) {
            VM.assertLt(picked[i], entries, "an entry");
            for (uint256 j = 0; j < i; ++j) VM.assertNotEq(picked[i], picked[j], "twice");
        }
    }

    /// @notice More prizes change nothing about the first ones: a claim need not draw them all.
    function testTheFirstPlacesDoNotDependOnTheRest(bytes32 seed, uint32 size, uint16 prizes) external pure {
        uint256 count = within(prizes, 2, 60);
        uint256 entries = within(size, count, type(uint32).max);
        uint256[] memory all = Draw.winners(seed, uint32(entries), count);
        uint256[] memory some = Draw.winners(seed, uint32(entries), count / 2);
        for (uint256 i = 0; i < some.length; ++i) VM.assertEq(some[i], all[i], "place");
    }
}
