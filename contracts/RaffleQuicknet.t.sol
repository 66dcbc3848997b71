// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {DrandBeacon} from "./DrandBeacon.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";
import {IRaffle} from "./IRaffle.sol";
import {Raffle} from "./Raffle.sol";
import {Quicknet} from "./test/Quicknet.t.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleQuicknetTest
/// @notice A raffle drawn with drand's own signature of a round that it published.
contract RaffleQuicknetTest is RaffleFixture {
    function testARealRoundDrawsARaffleOfItsTime() external {
        Quicknet.Round[] memory rounds = Quicknet.all();
        Quicknet.Round memory first = rounds[0];
        Quicknet.Round memory round = rounds[12];
        uint64 published = Quicknet.GENESIS + (round.number - 1) * Quicknet.PERIOD;
        DrandBeacon drand = new DrandBeacon(
            Quicknet.PUBLIC_KEY,
            Quicknet.GENESIS,
            Quicknet.PERIOD,
            first.number,
            first.signature
        );
        raffle = new Raffle(address(manager), address(forwarder), karma, pass, drand, MARGIN);
        permitRole(address(raffle), Raffle.create.selector, RAFFLE_OPERATOR);
        VM.warp(published - 1 days);
        VM.prank(operator);
        uint256 id = raffle.create(PRICE, 2, uint40(published - MARGIN - 1), 0, PRIZES);
        VM.assertEq(raffle.raffleOf(id).round, round.number, "the round after the margin");
        crowd(id, 6);
        close(id);
        VM.expectRevert(abi.encodeWithSelector(IDrandBeacon.InvalidSignature.selector, round.number));
        raffle.draw(id, first.signature);
        bytes32 seed = keccak256(abi.encode(round.randomness, block.chainid, address(raffle), id));
        VM.expectEmit(address(raffle));
        emit IRaffle.Drawn(id, round.number, seed);
        raffle.draw(id, round.signature);
        VM.assertEq(raffle.winnersOf(id).length, 2, "two winners");
    }
}
