// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Karma} from "./Karma.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {TradeFixture} from "./test/TradeFixture.t.sol";

/// @title TradeEscrowTest
/// @notice A test per rule of how a trade begins, and of how it ends without a dispute.
contract TradeEscrowTest is TradeFixture {
    /*//////////////////////////////////////////////////////////////
                                PROPOSE
    //////////////////////////////////////////////////////////////*/

    function testAProposalTakesTheProposersBond() external {
        bytes32 id = keccak256(abi.encode(alice, bob, BOND, acceptBy, confirmBy, TERMS));
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeProposed(id, alice, bob, BOND, acceptBy, confirmBy, TERMS);
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, BOND, id, false);
        VM.assertEq(proposed(), id, "the id is the hash of the terms");
        expectHeld(900, 1_000, 100);
        expectState(id, TradeEscrow.State.Proposed);
        (address proposer, uint96 bond, address counterparty, uint40 deadline, uint40 end, , uint8 confirmed) = escrow
            .trades(id);
        VM.assertEq(proposer, alice, "proposer");
        VM.assertEq(bond, BOND, "bond");
        VM.assertEq(counterparty, bob, "counterparty");
        VM.assertEq(deadline, acceptBy, "deadline");
        VM.assertEq(end, confirmBy, "confirmBy");
        VM.assertEq(confirmed, 0, "nobody confirmed");
    }

    function testATradeIsWithSomeoneElse() external {
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.BadCounterparty.selector, alice));
        VM.prank(alice);
        escrow.propose(alice, BOND, acceptBy, confirmBy, TERMS);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.BadCounterparty.selector, address(0)));
        VM.prank(alice);
        escrow.propose(address(0), BOND, acceptBy, confirmBy, TERMS);
    }

    function testATradeNeedsABond() external {
        VM.expectRevert(TradeEscrow.NoBond.selector);
        VM.prank(alice);
        escrow.propose(bob, 0, acceptBy, confirmBy, TERMS);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 1_000, 1_001));
        VM.prank(alice);
        escrow.propose(bob, 1_001, acceptBy, confirmBy, TERMS);
    }

    function testDeadlinesLieAheadAndInOrder() external {
        uint40 present = uint40(block.timestamp);
        expectBadDeadlines(present, confirmBy);
        expectBadDeadlines(acceptBy, acceptBy);
        expectBadDeadlines(confirmBy, acceptBy);
        VM.prank(alice);
        escrow.propose(bob, BOND, present + 1, present + 2, TERMS);
    }

    function expectBadDeadlines(uint40 accept, uint40 confirm) private {
        bytes4 refusal = TradeEscrow.BadDeadlines.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, block.timestamp, accept, confirm));
        VM.prank(alice);
        escrow.propose(bob, BOND, accept, confirm, TERMS);
    }

    function testTheSameTermsAreProposedOnce() external {
        bytes32 id = proposed();
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TradeExists.selector, id));
        proposed();
        VM.prank(alice);
        escrow.withdraw(id);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TradeExists.selector, id));
        proposed();
        VM.prank(alice);
        bytes32 other = escrow.propose(bob, BOND, acceptBy, confirmBy, keccak256("a pair for a pair, again"));
        VM.assertTrue(other != id, "another trade");
    }

    function testTheRulingWindowHasBounds() external {
        VM.assertEq(escrow.RULING_WINDOW(), WINDOW, "as deployed");
        VM.assertEq(address(escrow.KARMA()), address(karma), "token");
        new TradeEscrow(address(manager), address(forwarder), karma, 1);
        new TradeEscrow(address(manager), address(forwarder), karma, 90 days);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.BadRulingWindow.selector, 0));
        new TradeEscrow(address(manager), address(forwarder), karma, 0);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.BadRulingWindow.selector, 90 days + 1));
        new TradeEscrow(address(manager), address(forwarder), karma, 90 days + 1);
    }

    /*//////////////////////////////////////////////////////////////
                            ACCEPT, WITHDRAW
    //////////////////////////////////////////////////////////////*/

    function testAnAcceptanceTakesTheOtherBond() external {
        bytes32 id = proposed();
        VM.warp(acceptBy - 1);
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeAccepted(id);
        VM.expectEmit(address(karma));
        emit Karma.Spent(bob, BOND, id, false);
        VM.prank(bob);
        escrow.accept(id);
        expectHeld(900, 900, 200);
        expectState(id, TradeEscrow.State.Accepted);
    }

    function testTheCounterpartyAloneAccepts() external {
        bytes32 id = proposed();
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.NotYours.selector, id, alice));
        VM.prank(alice);
        escrow.accept(id);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.NotYours.selector, id, stranger));
        VM.prank(stranger);
        escrow.accept(id);
    }

    function testAnOfferIsAcceptedInTimeAndOnce() external {
        bytes32 id = proposed();
        VM.warp(acceptBy);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TooLate.selector, id, acceptBy));
        VM.prank(bob);
        escrow.accept(id);
        VM.warp(acceptBy - 1);
        VM.prank(bob);
        escrow.accept(id);
        VM.expectRevert(wrongState(id));
        VM.prank(bob);
        escrow.accept(id);
    }

    function testAnOfferCanBeWithdrawnOnce() external {
        bytes32 id = proposed();
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeWithdrawn(id);
        VM.prank(alice);
        escrow.withdraw(id);
        expectHeld(1_000, 1_000, 0);
        expectState(id, TradeEscrow.State.Withdrawn);
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.withdraw(id);
        VM.expectRevert(wrongState(id));
        VM.prank(bob);
        escrow.accept(id);
    }

    function testTheProposerAloneWithdrawsAndNotAfterTheAcceptance() external {
        bytes32 id = proposed();
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.NotYours.selector, id, bob));
        VM.prank(bob);
        escrow.withdraw(id);
        VM.prank(bob);
        escrow.accept(id);
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.withdraw(id);
    }

    /*//////////////////////////////////////////////////////////////
                                CONFIRM
    //////////////////////////////////////////////////////////////*/

    function testBothConfirmAndBothBondsGoBack() external {
        bytes32 id = accepted();
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeConfirmed(id, bob);
        VM.prank(bob);
        escrow.confirm(id);
        expectHeld(900, 900, 200);
        expectState(id, TradeEscrow.State.Accepted);
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeConfirmed(id, alice);
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeCompleted(id);
        VM.prank(alice);
        escrow.confirm(id);
        expectHeld(1_000, 1_000, 0);
        expectState(id, TradeEscrow.State.Completed);
        (, , , , , , uint8 confirmed) = escrow.trades(id);
        VM.assertEq(confirmed, 3, "both confirmed");
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.confirm(id);
    }

    function testOnePartyCannotConfirmForBoth() external {
        bytes32 id = accepted();
        VM.prank(alice);
        escrow.confirm(id);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.AlreadyConfirmed.selector, id, alice));
        VM.prank(alice);
        escrow.confirm(id);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.NotYours.selector, id, stranger));
        VM.prank(stranger);
        escrow.confirm(id);
    }

    function testAConfirmationComesInTimeAndAfterTheAcceptance() external {
        bytes32 id = proposed();
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.confirm(id);
        VM.prank(bob);
        escrow.accept(id);
        VM.warp(confirmBy);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TooLate.selector, id, confirmBy));
        VM.prank(alice);
        escrow.confirm(id);
        VM.warp(confirmBy - 1);
        VM.prank(alice);
        escrow.confirm(id);
    }

    /*//////////////////////////////////////////////////////////////
                                PERMIT
    //////////////////////////////////////////////////////////////*/

    function testAProposalWithAPermitNeedsNoApproval() external {
        VM.prank(alice);
        karma.approve(address(escrow), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(escrow), BOND, confirmBy);
        VM.prank(alice);
        bytes32 id = escrow.proposeWithPermit(bob, BOND, acceptBy, confirmBy, TERMS, confirmBy, v, r, s);
        VM.assertEq(id, keccak256(abi.encode(alice, bob, BOND, acceptBy, confirmBy, TERMS)), "the same id");
        expectHeld(900, 1_000, 100);
        VM.assertEq(karma.allowance(alice, address(escrow)), 0, "used up");
    }

    function testAnAcceptanceWithAPermitNeedsNoApproval() external {
        bytes32 id = offerToAlice();
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(escrow), BOND, confirmBy);
        VM.prank(alice);
        escrow.acceptWithPermit(id, confirmBy, v, r, s);
        expectHeld(900, 900, 200);
        VM.assertEq(karma.allowance(alice, address(escrow)), 0, "used up");
    }

    function testAPermitSentByAnotherFirstDoesNoHarm() external {
        bytes32 id = offerToAlice();
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(escrow), BOND, confirmBy);
        VM.prank(stranger);
        karma.permit(alice, address(escrow), BOND, confirmBy, v, r, s);
        VM.prank(alice);
        escrow.acceptWithPermit(id, confirmBy, v, r, s);
        expectHeld(900, 900, 200);
    }

    function testAPermitOfAnotherPaysNothing() external {
        VM.prank(alice);
        karma.approve(address(escrow), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(escrow), BOND, confirmBy);
        bytes4 refusal = IERC20Errors.ERC20InsufficientAllowance.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, address(escrow), 0, BOND));
        VM.prank(stranger);
        escrow.proposeWithPermit(bob, BOND, acceptBy, confirmBy, TERMS, confirmBy, v, r, s);
        expectHeld(1_000, 1_000, 0);
    }

    /// @dev bob's offer; alice has approved nothing.
    function offerToAlice() private returns (bytes32 id) {
        VM.prank(alice);
        karma.approve(address(escrow), 0);
        VM.prank(bob);
        return escrow.propose(alice, BOND, acceptBy, confirmBy, TERMS);
    }
}
