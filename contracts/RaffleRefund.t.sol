// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IRaffle} from "./IRaffle.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleRefundTest
/// @notice A test per rule of raffles that are never drawn.
contract RaffleRefundTest is RaffleFixture {
    function cancelled() private returns (uint256 id) {
        id = open(1);
        enterAs(alice, id);
        enterAs(bob, id);
        VM.prank(operator);
        raffle.cancel(id);
    }

    function unusable(uint256 id, address member, IRaffle.TicketState state) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRaffle.TicketUnusable.selector, id, member, state);
    }

    function testAnyoneExpiresARaffleThatNobodyDrew() external {
        uint256 id = open(1);
        uint256 deadline = raffle.raffleOf(id).closesAt + 14 days;
        VM.warp(deadline - 1);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.DrawStillPossible.selector, id, deadline));
        raffle.expire(id);
        VM.warp(deadline);
        VM.expectEmit(address(raffle));
        emit IRaffle.Expired(id);
        VM.prank(stranger(0));
        raffle.expire(id);
        expectState(id, IRaffle.State.Expired);
        VM.expectRevert(wrongState(id, IRaffle.State.Expired));
        raffle.expire(id);
    }

    function testADrawnRaffleNeverExpires() external {
        uint256 id = open(1);
        closeAndDraw(id);
        VM.warp(block.timestamp + 15 days);
        VM.expectRevert(wrongState(id, IRaffle.State.Drawn));
        raffle.expire(id);
    }

    function testAnyoneRefundsAMemberOfACancelledRaffle() external {
        uint256 id = cancelled();
        VM.expectEmit(address(raffle));
        emit IRaffle.Refunded(id, alice, PRICE);
        VM.prank(stranger(0));
        raffle.refund(id, alice);
        VM.assertEq(karma.balanceOf(alice), 1_000, "alice has it");
        VM.assertEq(karma.balanceOf(address(raffle)), PRICE, "bob's stays");
        raffle.refund(id, bob);
        VM.assertEq(karma.balanceOf(address(raffle)), 0, "nothing left");
    }

    function testAnExpiredRaffleRefunds() external {
        uint256 id = open(1);
        enterAs(alice, id);
        close(id);
        VM.warp(block.timestamp + 14 days);
        raffle.expire(id);
        raffle.refund(id, alice);
        VM.assertEq(karma.balanceOf(alice), 1_000, "back");
    }

    function testARefundComesOnce() external {
        uint256 id = cancelled();
        raffle.refund(id, alice);
        VM.expectRevert(unusable(id, alice, IRaffle.TicketState.Refunded));
        raffle.refund(id, alice);
        VM.assertEq(karma.balanceOf(address(raffle)), PRICE, "bob's stays");
    }

    function testWhoDidNotEnterGetsNothing() external {
        uint256 id = cancelled();
        VM.expectRevert(unusable(id, stranger(0), IRaffle.TicketState.None));
        raffle.refund(id, stranger(0));
    }

    function testNoRefundFromARaffleThatRunsOrWasDrawn() external {
        uint256 id = open(1);
        enterAs(alice, id);
        VM.expectRevert(wrongState(id, IRaffle.State.Open));
        raffle.refund(id, alice);
        closeAndDraw(id);
        VM.expectRevert(wrongState(id, IRaffle.State.Drawn));
        raffle.refund(id, alice);
        raffle.settle(id);
        VM.expectRevert(wrongState(id, IRaffle.State.Settled));
        raffle.refund(id, alice);
    }

    function testACancelledRaffleIsNeitherDrawnNorSettledNorClaimed() external {
        uint256 id = cancelled();
        bytes memory signature = signatureOf(id);
        close(id);
        bytes memory refusal = wrongState(id, IRaffle.State.Cancelled);
        VM.expectRevert(refusal);
        raffle.draw(id, signature);
        VM.expectRevert(refusal);
        raffle.settle(id);
        VM.expectRevert(refusal);
        VM.prank(alice);
        raffle.claim(id, 0);
        VM.expectRevert(refusal);
        VM.prank(operator);
        raffle.cancel(id);
        VM.warp(block.timestamp + 15 days);
        VM.expectRevert(refusal);
        raffle.expire(id);
    }
}
