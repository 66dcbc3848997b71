// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {Draw} from "./Draw.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";
import {Karma} from "./Karma.sol";
import {IRaffle} from "./IRaffle.sol";
import {Raffle} from "./Raffle.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleDrawTest
/// @notice A test per rule of drawing, claiming and settling.
contract RaffleDrawTest is RaffleFixture {
    /*//////////////////////////////////////////////////////////////
                                DRAW
    //////////////////////////////////////////////////////////////*/

    function testAnyoneDrawsWithTheRoundsSignature() external {
        uint256 id = open(2);
        crowd(id, 5);
        close(id);
        uint64 round = raffle.raffleOf(id).round;
        bytes32 randomness = beacon.verify(round, signatureOf(id));
        bytes32 seed = keccak256(abi.encode(randomness, block.chainid, address(raffle), id));
        VM.expectEmit(address(raffle));
        emit IRaffle.Drawn(id, round, seed);
        bytes memory signature = signatureOf(id);
        VM.prank(stranger(99));
        raffle.draw(id, signature);
        expectState(id, IRaffle.State.Drawn);
        VM.assertEq(raffle.raffleOf(id).seed, seed, "seed");
        uint256[] memory expected = Draw.winners(seed, 5, 2);
        VM.assertEq(abi.encode(raffle.winnersOf(id)), abi.encode(expected), "winners");
    }

    function testNoDrawWhileEntriesAreOpen() external {
        uint256 id = open(1);
        uint40 closesAt = raffle.raffleOf(id).closesAt;
        bytes memory signature = signatureOf(id);
        VM.warp(closesAt - 1);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.StillOpen.selector, id, closesAt));
        raffle.draw(id, signature);
        VM.warp(closesAt);
        raffle.draw(id, signature);
    }

    function testADrawComesWithinItsWindow() external {
        uint256 first = open(1);
        uint256 second = open(1);
        bytes memory signature = signatureOf(first);
        uint256 deadline = raffle.raffleOf(first).closesAt + 14 days;
        VM.warp(deadline - 1);
        raffle.draw(first, signature);
        VM.warp(deadline);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.DrawTooLate.selector, second, deadline));
        raffle.draw(second, signature);
    }

    function testADrawIsFinal() external {
        uint256 id = open(1);
        crowd(id, 3);
        closeAndDraw(id);
        bytes memory signature = signatureOf(id);
        bytes32 seed = raffle.raffleOf(id).seed;
        VM.expectRevert(wrongState(id, IRaffle.State.Drawn));
        raffle.draw(id, signature);
        raffle.settle(id);
        VM.expectRevert(wrongState(id, IRaffle.State.Settled));
        raffle.draw(id, signature);
        VM.assertEq(raffle.raffleOf(id).seed, seed, "the same seed");
    }

    function testOnlyTheFixedRoundDecides() external {
        uint256 id = open(1);
        close(id);
        uint64 round = raffle.raffleOf(id).round;
        bytes[4] memory others = [beacon.sign(round - 1), beacon.sign(round + 1), signatureOf(id), bytes("")];
        others[2][95] ^= 0x01;
        for (uint256 i = 0; i < others.length; ++i) {
            VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, round));
            raffle.draw(id, others[i]);
        }
        expectState(id, IRaffle.State.Open);
    }

    function testRafflesOfOneRoundHaveTheirOwnSeeds() external {
        uint256 first = open(1);
        uint256 second = open(1);
        VM.assertEq(raffle.raffleOf(first).round, raffle.raffleOf(second).round, "one round");
        closeAndDraw(first);
        closeAndDraw(second);
        VM.assertTrue(raffle.raffleOf(first).seed != raffle.raffleOf(second).seed, "two seeds");
    }

    function testARaffleOfAnotherContractOrChainHasAnotherSeed() external {
        uint256 id = open(1);
        Raffle twin = new Raffle(address(manager), address(forwarder), karma, pass, beacon, MARGIN);
        permitRole(address(twin), Raffle.create.selector, RAFFLE_OPERATOR);
        uint40 closesAt = raffle.raffleOf(id).closesAt;
        VM.startPrank(operator);
        twin.create(PRICE, 1, closesAt, 0, PRIZES);
        uint256 elsewhere = raffle.create(PRICE, 1, closesAt, 0, PRIZES);
        VM.stopPrank();
        closeAndDraw(id);
        twin.draw(id, signatureOf(id));
        VM.assertTrue(raffle.raffleOf(id).seed != twin.raffleOf(id).seed, "another contract");
        bytes32 randomness = sha256(signatureOf(elsewhere));
        bytes32 here = keccak256(abi.encode(randomness, block.chainid, address(raffle), elsewhere));
        VM.chainId(block.chainid + 1);
        raffle.draw(elsewhere, signatureOf(elsewhere));
        VM.assertTrue(raffle.raffleOf(elsewhere).seed != here, "another chain");
    }

    function testARaffleWithoutEntriesHasNoWinners() external {
        uint256 id = open(3);
        closeAndDraw(id);
        VM.assertEq(raffle.winnersOf(id).length, 0, "nobody");
        raffle.settle(id);
        VM.assertEq(karma.balanceOf(address(raffle)), 0, "nothing");
    }

    function testEveryoneWinsWhenPrizesAreEnough() external {
        uint256 id = open(10);
        crowd(id, 4);
        closeAndDraw(id);
        uint256[] memory winners = raffle.winnersOf(id);
        VM.assertEq(winners.length, 4, "as many as entered");
        uint256 seen = 0;
        for (uint256 i = 0; i < 4; ++i) seen |= 1 << winners[i];
        VM.assertEq(seen, 15, "all four");
    }

    function testWinnersAreKnownOnlyAfterTheDraw() external {
        uint256 id = open(1);
        crowd(id, 2);
        VM.expectRevert(wrongState(id, IRaffle.State.Open));
        raffle.winnersOf(id);
        closeAndDraw(id);
        raffle.settle(id);
        VM.assertEq(raffle.winnersOf(id).length, 1, "and stay known");
    }

    /*//////////////////////////////////////////////////////////////
                                CLAIM
    //////////////////////////////////////////////////////////////*/

    function testEachWinnerClaimsTheirPlace() external {
        uint256 id = open(3);
        crowd(id, 8);
        closeAndDraw(id);
        uint256[] memory winners = raffle.winnersOf(id);
        for (uint256 place = 0; place < 3; ++place) {
            // The crowd's tickets are in the order of its members.
            address winner = stranger(winners[place]);
            VM.expectEmit(address(raffle));
            emit IRaffle.Claimed(id, winner, place);
            VM.prank(winner);
            raffle.claim(id, place);
            (, IRaffle.TicketState state) = raffle.ticketOf(id, winner);
            VM.assertEq(uint256(state), uint256(IRaffle.TicketState.Claimed), "claimed");
        }
    }

    function testAPlaceIsItsWinnersAlone() external {
        uint256 id = open(2);
        crowd(id, 4);
        closeAndDraw(id);
        uint256[] memory winners = raffle.winnersOf(id);
        for (uint32 i = 0; i < 4; ++i) {
            if (i == winners[0]) continue;
            VM.expectRevert(abi.encodeWithSelector(IRaffle.NotTheWinner.selector, 0, winners[0], i));
            VM.prank(stranger(i));
            raffle.claim(id, 0);
        }
        VM.expectRevert(
            abi.encodeWithSelector(IRaffle.TicketUnusable.selector, id, alice, IRaffle.TicketState.None)
        );
        VM.prank(alice);
        raffle.claim(id, 0);
    }

    function testAPrizeIsClaimedOnce() external {
        uint256 id = open(1);
        crowd(id, 2);
        closeAndDraw(id);
        address winner = stranger(raffle.winnersOf(id)[0]);
        VM.prank(winner);
        raffle.claim(id, 0);
        VM.expectRevert(
            abi.encodeWithSelector(IRaffle.TicketUnusable.selector, id, winner, IRaffle.TicketState.Claimed)
        );
        VM.prank(winner);
        raffle.claim(id, 0);
    }

    function testThereAreAsManyPlacesAsPrizesOrEntries() external {
        uint256 few = open(2);
        uint256 many = open(9);
        crowd(few, 4);
        for (uint256 i = 0; i < 3; ++i) {
            fund(stranger(i), PRICE);
            enterAs(stranger(i), many);
        }
        closeAndDraw(few);
        closeAndDraw(many);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.NoSuchPlace.selector, 2, 2));
        VM.prank(stranger(0));
        raffle.claim(few, 2);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.NoSuchPlace.selector, 3, 3));
        VM.prank(stranger(0));
        raffle.claim(many, 3);
    }

    function testNoClaimBeforeTheDrawAndStillAfterSettling() external {
        uint256 id = open(1);
        crowd(id, 1);
        VM.expectRevert(wrongState(id, IRaffle.State.Open));
        VM.prank(stranger(0));
        raffle.claim(id, 0);
        closeAndDraw(id);
        raffle.settle(id);
        VM.prank(stranger(0));
        raffle.claim(id, 0);
    }

    /*//////////////////////////////////////////////////////////////
                                SETTLE
    //////////////////////////////////////////////////////////////*/

    function testSettlingBurnsThePotOnceAndNoOther() external {
        uint256 id = open(1);
        uint256 other = open(1);
        crowd(id, 3);
        enterAs(alice, other);
        closeAndDraw(id);
        uint256 supply = karma.totalSupply();
        VM.expectEmit(address(raffle));
        emit IRaffle.Settled(id, 3 * PRICE);
        VM.expectEmit(address(karma));
        emit Karma.Spent(address(raffle), 3 * PRICE, raffle.spendRef(id), true);
        raffle.settle(id);
        expectState(id, IRaffle.State.Settled);
        VM.assertEq(karma.totalSupply(), supply - 3 * PRICE, "burned");
        VM.assertEq(karma.balanceOf(address(raffle)), PRICE, "the other's pot stays");
        VM.expectRevert(wrongState(id, IRaffle.State.Settled));
        raffle.settle(id);
    }

    function testNothingSettlesBeforeTheDraw() external {
        uint256 id = open(1);
        close(id);
        VM.expectRevert(wrongState(id, IRaffle.State.Open));
        raffle.settle(id);
    }

    /*//////////////////////////////////////////////////////////////
                                FUZZ
    //////////////////////////////////////////////////////////////*/

    /// @notice Whoever enters and however many prizes there are, the pot is what burns and each winner can claim.
    function testAnyRaffleRunsToItsEnd(uint16 entries, uint16 prizes, uint40 wait) external {
        uint256 size = within(entries, 0, 12);
        uint256 id = open(uint16(within(prizes, 1, 15)));
        crowd(id, size);
        VM.warp(within(wait, raffle.raffleOf(id).closesAt, raffle.raffleOf(id).closesAt + 14 days - 1));
        raffle.draw(id, signatureOf(id));
        uint256[] memory winners = raffle.winnersOf(id);
        for (uint256 place = 0; place < winners.length; ++place) {
            VM.prank(stranger(winners[place]));
            raffle.claim(id, place);
        }
        uint256 supply = karma.totalSupply();
        raffle.settle(id);
        VM.assertEq(supply - karma.totalSupply(), size * PRICE, "burned");
        VM.assertEq(karma.balanceOf(address(raffle)), 0, "nothing left");
    }
}
