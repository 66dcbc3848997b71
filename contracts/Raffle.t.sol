// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IRaffle} from "./IRaffle.sol";
import {Raffle} from "./Raffle.sol";
import {FarBeacon} from "./test/RaffleFarBeacon.t.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleTest
/// @notice A test per rule of opening, calling off and entering.
contract RaffleTest is RaffleFixture {
    uint40 private tomorrow;

    function setUp() public override {
        super.setUp();
        tomorrow = uint40(block.timestamp + 1 days);
    }

    function create(uint16 winners, uint40 closesAt) private returns (uint256) {
        VM.prank(operator);
        return raffle.create(PRICE, winners, closesAt, 0, PRIZES);
    }

    /*//////////////////////////////////////////////////////////////
                                CREATE
    //////////////////////////////////////////////////////////////*/

    function testCreateFixesEverything() external {
        uint64 round = beacon.roundAfter(tomorrow + MARGIN);
        VM.expectEmit(address(raffle));
        emit IRaffle.RaffleCreated(1, PRICE, 3, tomorrow, 2, round, PRIZES);
        VM.prank(operator);
        uint256 id = raffle.create(PRICE, 3, tomorrow, 2, PRIZES);
        VM.assertEq(id, 1, "the first");
        IRaffle.Terms memory terms = raffle.raffleOf(id);
        VM.assertEq(terms.price, PRICE, "price");
        VM.assertEq(terms.closesAt, tomorrow, "closes");
        VM.assertEq(terms.round, round, "round");
        VM.assertEq(terms.entries, 0, "entries");
        VM.assertEq(terms.winners, 3, "winners");
        VM.assertEq(terms.tier, 2, "tier");
        VM.assertEq(terms.seed, bytes32(0), "no seed yet");
        VM.assertEq(terms.prizeHash, PRIZES, "prizes");
        expectState(id, IRaffle.State.Open);
        VM.assertEq(create(1, tomorrow), 2, "ids are dense");
        VM.assertEq(raffle.count(), 2, "two");
    }

    function testTheRoundComesAfterTheMargin() external {
        uint256 id = create(1, tomorrow);
        // A round every 3 seconds, round 1 at 0.
        uint256 published = (uint256(raffle.raffleOf(id).round) - 1) * 3;
        VM.assertLt(tomorrow + MARGIN, published, "published after the margin");
        VM.assertLe(published, tomorrow + MARGIN + 3, "and not later than it must be");
    }

    function testARaffleHasAtLeastOnePrizeAndAtMostTheCap() external {
        uint16 cap = raffle.MAX_WINNERS();
        VM.expectRevert(abi.encodeWithSelector(IRaffle.WinnersOutOfRange.selector, 0, cap));
        create(0, tomorrow);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.WinnersOutOfRange.selector, cap + 1, cap));
        create(cap + 1, tomorrow);
        create(cap, tomorrow);
    }

    function testARaffleClosesInTheFutureWithinAYear() external {
        uint40 now_ = uint40(block.timestamp);
        uint40 latest = now_ + raffle.MAX_OPEN();
        VM.expectRevert(abi.encodeWithSelector(IRaffle.ClosesAtOutOfRange.selector, now_, now_, latest));
        create(1, now_);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.ClosesAtOutOfRange.selector, latest + 1, now_, latest));
        create(1, latest + 1);
        create(1, now_ + 1);
        create(1, latest);
    }

    function testARoundThatDoesNotFitIsRefused() external {
        FarBeacon far = new FarBeacon();
        Raffle other = new Raffle(address(manager), address(forwarder), karma, pass, far, MARGIN);
        permitRole(address(other), Raffle.create.selector, RAFFLE_OPERATOR);
        uint256 round = uint256(type(uint56).max) + 1;
        VM.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 56, round));
        VM.prank(operator);
        other.create(PRICE, 1, tomorrow, 0, PRIZES);
    }

    function testTheMarginLeavesTimeToDraw() external {
        uint64 window = raffle.DRAW_WINDOW();
        VM.expectRevert(abi.encodeWithSelector(IRaffle.MarginTooLong.selector, window, window));
        new Raffle(address(manager), address(forwarder), karma, pass, beacon, window);
        Raffle long = new Raffle(address(manager), address(forwarder), karma, pass, beacon, window - 1);
        VM.assertEq(long.MARGIN(), window - 1, "just below");
    }

    function testOnlyTheOperatorCreatesAndCancels() external {
        uint256 id = open(1);
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice);
        VM.expectRevert(refusal);
        VM.prank(alice);
        raffle.create(PRICE, 1, tomorrow, 0, PRIZES);
        VM.expectRevert(refusal);
        VM.prank(alice);
        raffle.cancel(id);
    }

    function testNothingCanBeDoneWithAnUnknownRaffle() external {
        bytes memory unknown = wrongState(7, IRaffle.State.None);
        VM.expectRevert(unknown);
        enterAs(alice, 7);
        VM.expectRevert(unknown);
        VM.prank(operator);
        raffle.cancel(7);
        VM.expectRevert(unknown);
        raffle.expire(7);
        VM.expectRevert(unknown);
        raffle.refund(7, alice);
        VM.expectRevert(unknown);
        raffle.draw(7, "");
        VM.expectRevert(unknown);
        raffle.claim(7, 0);
        VM.expectRevert(unknown);
        raffle.settle(7);
        VM.expectRevert(unknown);
        raffle.winnersOf(7);
        expectState(7, IRaffle.State.None);
    }

    /*//////////////////////////////////////////////////////////////
                                ENTER
    //////////////////////////////////////////////////////////////*/

    function testEnterBuysTheNextTicket() external {
        uint256 id = open(1);
        enterAs(bob, id);
        VM.expectEmit(address(raffle));
        emit IRaffle.Entered(id, alice, 1);
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(alice, address(raffle), PRICE);
        enterAs(alice, id);
        (uint32 number, IRaffle.TicketState state) = raffle.ticketOf(id, alice);
        VM.assertEq(number, 1, "the second ticket");
        VM.assertEq(uint256(state), uint256(IRaffle.TicketState.Held), "held");
        VM.assertEq(raffle.raffleOf(id).entries, 2, "entries");
        VM.assertEq(karma.balanceOf(alice), 1_000 - PRICE, "paid");
        VM.assertEq(karma.balanceOf(address(raffle)), 2 * PRICE, "pot");
    }

    function testTheRefNamesTheRaffle() external view {
        VM.assertEq(raffle.spendRef(0x0102), bytes32(0x726166666c650000000000000000000000000000000000000000000000000102), "");
    }

    function testAMemberHasOneTicket() external {
        uint256 id = open(1);
        enterAs(bob, id);
        enterAs(alice, id);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.AlreadyEntered.selector, id, alice, 1));
        enterAs(alice, id);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.AlreadyEntered.selector, id, bob, 0));
        enterAs(bob, id);
    }

    function testRafflesDoNotShareTickets() external {
        uint256 first = open(1);
        uint256 second = open(1);
        enterAs(alice, first);
        enterAs(bob, second);
        enterAs(alice, second);
        (uint32 number, ) = raffle.ticketOf(second, alice);
        VM.assertEq(number, 1, "the second's own count");
        VM.assertEq(raffle.raffleOf(first).entries, 1, "the first's own count");
    }

    function testEntriesEndWhenTheRaffleCloses() external {
        uint256 id = create(1, tomorrow);
        VM.warp(tomorrow - 1);
        enterAs(alice, id);
        VM.warp(tomorrow);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.Closed.selector, id, tomorrow));
        enterAs(bob, id);
    }

    function testATierAsksForARunningPassOfItOrAbove() external {
        uint256 id = openTier(1, 2);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.PassNeeded.selector, alice, 2));
        enterAs(alice, id);
        buyPass(alice, 1);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.PassNeeded.selector, alice, 2));
        enterAs(alice, id);
        buyPass(alice, 2);
        enterAs(alice, id);
        uint256 lower = openTier(1, 1);
        enterAs(alice, lower);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.PassNeeded.selector, bob, 1));
        enterAs(bob, lower);
    }

    function testAnExpiredPassDoesNotEnter() external {
        buyPass(alice, 1);
        (, uint64 expiresAt) = pass.passes(alice);
        VM.warp(expiresAt - 1);
        uint256 first = openTier(1, 1);
        uint256 second = openTier(1, 1);
        enterAs(alice, first);
        VM.warp(expiresAt);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.PassNeeded.selector, alice, 1));
        enterAs(alice, second);
    }

    function testAnEntryIsPaidOrThereIsNone() external {
        uint256 id = open(1);
        fund(stranger(0), PRICE - 1);
        bytes memory poor = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientBalance.selector,
            stranger(0),
            PRICE - 1,
            PRICE
        );
        VM.expectRevert(poor);
        enterAs(stranger(0), id);
        VM.prank(alice);
        karma.approve(address(raffle), PRICE - 1);
        bytes memory thrifty = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(raffle),
            PRICE - 1,
            PRICE
        );
        VM.expectRevert(thrifty);
        enterAs(alice, id);
        VM.assertEq(raffle.raffleOf(id).entries, 0, "no entry");
        (, IRaffle.TicketState state) = raffle.ticketOf(id, alice);
        VM.assertEq(uint256(state), uint256(IRaffle.TicketState.None), "no ticket");
    }

    function testAPermitEntersWithoutAnAllowance() external {
        uint256 id = open(1);
        VM.prank(alice);
        karma.approve(address(raffle), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(raffle), PRICE, block.timestamp);
        VM.prank(alice);
        raffle.enterWithPermit(id, block.timestamp, v, r, s);
        VM.assertEq(karma.balanceOf(address(raffle)), PRICE, "paid");
        VM.assertEq(karma.allowance(alice, address(raffle)), 0, "used up");
    }

    function testAFreeRaffleTakesNothing() external {
        VM.prank(operator);
        uint256 id = raffle.create(0, 1, tomorrow, 0, PRIZES);
        VM.prank(alice);
        karma.approve(address(raffle), 0);
        enterAs(alice, id);
        VM.assertEq(karma.balanceOf(alice), 1_000, "kept");
        closeAndDraw(id);
        raffle.settle(id);
    }

    function buyPass(address member, uint8 tier) private {
        VM.prank(member);
        pass.purchase(tier, 1, type(uint256).max);
    }

    /*//////////////////////////////////////////////////////////////
                                CANCEL
    //////////////////////////////////////////////////////////////*/

    function testCancelEndsEntries() external {
        uint256 id = open(1);
        VM.expectEmit(address(raffle));
        emit IRaffle.Cancelled(id);
        VM.prank(operator);
        raffle.cancel(id);
        expectState(id, IRaffle.State.Cancelled);
        VM.expectRevert(wrongState(id, IRaffle.State.Cancelled));
        enterAs(alice, id);
    }

    function testCancelOnlyBeforeTheRaffleCloses() external {
        uint256 first = create(1, tomorrow);
        uint256 second = create(1, tomorrow);
        VM.warp(tomorrow - 1);
        VM.prank(operator);
        raffle.cancel(first);
        VM.warp(tomorrow);
        VM.expectRevert(abi.encodeWithSelector(IRaffle.Closed.selector, second, tomorrow));
        VM.prank(operator);
        raffle.cancel(second);
    }
}
