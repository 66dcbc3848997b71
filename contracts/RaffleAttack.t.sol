// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Karma} from "./Karma.sol";
import {IRaffle} from "./IRaffle.sol";
import {Raffle} from "./Raffle.sol";
import {HostileKarma} from "./test/RaffleHostile.t.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleAttackTest
/// @notice What someone who wants more than their share tries. Wrong rounds, second draws and expired passes are among
/// the rules' own tests.
contract RaffleAttackTest is RaffleFixture {
    function testAPermitSentAheadByAnotherDoesNotStopTheEntry() external {
        uint256 id = open(1);
        VM.prank(alice);
        karma.approve(address(raffle), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(raffle), PRICE, block.timestamp);
        VM.prank(stranger(0));
        karma.permit(alice, address(raffle), PRICE, block.timestamp, v, r, s);
        VM.prank(alice);
        raffle.enterWithPermit(id, block.timestamp, v, r, s);
        (, IRaffle.TicketState state) = raffle.ticketOf(id, alice);
        VM.assertEq(uint256(state), uint256(IRaffle.TicketState.Held), "entered");
    }

    function testAnothersPermitDoesNotPay() external {
        uint256 id = open(1);
        VM.prank(alice);
        karma.approve(address(raffle), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(raffle), PRICE, block.timestamp);
        VM.expectRevert();
        VM.prank(stranger(0));
        raffle.enterWithPermit(id, block.timestamp, v, r, s);
        VM.assertEq(karma.balanceOf(alice), 1_000, "alice kept hers");
        VM.assertEq(raffle.raffleOf(id).entries, 0, "nobody entered");
    }

    function testTheOperatorChangesNothingOnceTheRaffleClosed() external {
        uint256 id = open(1);
        crowd(id, 3);
        close(id);
        uint40 closesAt = raffle.raffleOf(id).closesAt;
        VM.expectRevert(abi.encodeWithSelector(IRaffle.Closed.selector, id, closesAt));
        VM.prank(operator);
        raffle.cancel(id);
        raffle.draw(id, signatureOf(id));
        VM.expectRevert(wrongState(id, IRaffle.State.Drawn));
        VM.prank(operator);
        raffle.cancel(id);
    }

    function testClosingTheTargetStopsTheOperatorAndNoMember() external {
        uint256 id = open(1);
        manager.setTargetClosed(address(raffle), true);
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, operator));
        VM.prank(operator);
        raffle.cancel(id);
        enterAs(alice, id);
        closeAndDraw(id);
        VM.prank(alice);
        raffle.claim(id, 0);
        raffle.settle(id);
    }

    function testASpoofedSuffixIsNobody() external {
        uint256 id = open(1);
        bytes memory data = abi.encodePacked(abi.encodeCall(Raffle.enter, (id)), bob);
        VM.prank(alice);
        // solhint-disable-next-line avoid-low-level-calls
        (bool isDone, ) = address(raffle).call(data);
        VM.assertTrue(isDone, "the suffix is ignored");
        (, IRaffle.TicketState hers) = raffle.ticketOf(id, alice);
        (, IRaffle.TicketState his) = raffle.ticketOf(id, bob);
        VM.assertEq(uint256(hers), uint256(IRaffle.TicketState.Held), "the caller entered");
        VM.assertEq(uint256(his), uint256(IRaffle.TicketState.None), "and nobody else");
    }

    function testKarmaSentByMistakeMovesNoBooks() external {
        uint256 id = open(1);
        enterAs(bob, id);
        VM.prank(alice);
        karma.transfer(address(raffle), 7);
        closeAndDraw(id);
        raffle.settle(id);
        VM.assertEq(karma.balanceOf(address(raffle)), 7, "the pot burned, and it alone");
    }

    /*//////////////////////////////////////////////////////////////
                            RE-ENTRANCY
    //////////////////////////////////////////////////////////////*/

    /// @dev A raffle whose token calls back, and is the forwarder too, so that it can call as any member.
    function hostile() private returns (HostileKarma token, uint256 id) {
        token = new HostileKarma();
        raffle = new Raffle(address(manager), address(token), Karma(address(token)), pass, beacon, MARGIN);
        permitRole(address(raffle), Raffle.create.selector, RAFFLE_OPERATOR);
        permitRole(address(raffle), Raffle.cancel.selector, RAFFLE_OPERATOR);
        id = open(1);
    }

    function testATokenThatCallsBackEntersNoMemberTwice() external {
        (HostileKarma token, uint256 id) = hostile();
        token.arm(address(raffle), abi.encodeCall(Raffle.enter, (id)), alice);
        enterAs(alice, id);
        VM.assertEq(token.refusal(), abi.encodeWithSelector(IRaffle.AlreadyEntered.selector, id, alice, 0), "");
        VM.assertEq(raffle.raffleOf(id).entries, 1, "one entry");
    }

    function testATokenThatCallsBackRefundsNoTicketTwice() external {
        (HostileKarma token, uint256 id) = hostile();
        enterAs(alice, id);
        VM.prank(operator);
        raffle.cancel(id);
        token.arm(address(raffle), abi.encodeCall(Raffle.refund, (id, alice)), alice);
        raffle.refund(id, alice);
        bytes4 unusable = IRaffle.TicketUnusable.selector;
        VM.assertEq(token.refusal(), abi.encodeWithSelector(unusable, id, alice, IRaffle.TicketState.Refunded), "");
        VM.assertEq(token.calls(), 2, "an entry and one refund");
    }

    function testATokenThatCallsBackSettlesNoRaffleTwice() external {
        (HostileKarma token, uint256 id) = hostile();
        enterAs(alice, id);
        closeAndDraw(id);
        token.arm(address(raffle), abi.encodeCall(Raffle.settle, (id)), alice);
        raffle.settle(id);
        VM.assertEq(token.refusal(), wrongState(id, IRaffle.State.Settled), "refused");
        VM.assertEq(token.calls(), 2, "an entry and one burn");
    }
}
