// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {Karma} from "./Karma.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {PassHostileKarma} from "./test/PassHostileKarma.t.sol";
import {TradeFixture} from "./test/TradeFixture.t.sol";

/// @title TradeEscrowReentryTest
/// @notice A Karma that calls back in the middle of a payment takes no bond twice, and none of another trade.
contract TradeEscrowReentryTest is TradeFixture {
    PassHostileKarma private hostile;
    bytes32 private id;

    function setUp() public override {
        super.setUp();
        hostile = new PassHostileKarma();
        escrow = new TradeEscrow(address(manager), address(forwarder), Karma(address(hostile)), WINDOW);
        permitRole(address(escrow), TradeEscrow.rule.selector, ARBITER);
        address[3] memory members = [alice, bob, stranger];
        for (uint256 i = 0; i < 3; ++i) hostile.fund(members[i], 1_000);
        // Another trade, whose bonds an attack could take.
        VM.prank(stranger);
        bytes32 other = escrow.propose(alice, BOND, acceptBy, confirmBy, TERMS);
        VM.prank(alice);
        escrow.accept(other);
        id = keccak256(abi.encode(alice, bob, BOND, acceptBy, confirmBy, TERMS));
    }

    function arm(address as_, bytes memory data) private {
        hostile.arm(as_, address(escrow), data);
    }

    /// @dev The other trade's bonds are where they were; the attacked one's are with alice, bob or the escrow.
    function expectAfter(uint256 byAlice, uint256 byBob, uint256 byEscrow) private view {
        VM.assertEq(hostile.balanceOf(alice), byAlice - BOND, "alice's karma, but for the other trade's bond");
        VM.assertEq(hostile.balanceOf(bob), byBob, "bob's karma");
        VM.assertEq(hostile.balanceOf(address(escrow)), byEscrow + 2 * BOND, "the escrow's karma, with the other bonds");
    }

    function testAWithdrawalWithinAWithdrawalIsRefused() external {
        proposed();
        arm(alice, abi.encodeCall(TradeEscrow.withdraw, (id)));
        VM.prank(alice);
        escrow.withdraw(id);
        VM.assertFalse(hostile.struck(), "withdrawn twice");
        expectAfter(1_000, 1_000, 0);
    }

    function testATimeoutWithinAWithdrawalIsRefused() external {
        proposed();
        VM.warp(acceptBy);
        arm(alice, abi.encodeCall(TradeEscrow.timeout, (id)));
        VM.prank(alice);
        escrow.withdraw(id);
        VM.assertFalse(hostile.struck(), "back twice");
        expectAfter(1_000, 1_000, 0);
    }

    /// @notice The bond leaves before it came, and comes: nothing is gained.
    function testAWithdrawalWithinTheProposalGivesTheBondOnce() external {
        arm(alice, abi.encodeCall(TradeEscrow.withdraw, (id)));
        proposed();
        VM.assertTrue(hostile.struck(), "withdrawn");
        expectState(id, TradeEscrow.State.Withdrawn);
        expectAfter(1_000, 1_000, 0);
    }

    function testTheSameProposalWithinAProposalIsRefused() external {
        arm(alice, abi.encodeCall(TradeEscrow.propose, (bob, BOND, acceptBy, confirmBy, TERMS)));
        proposed();
        VM.assertFalse(hostile.struck(), "proposed twice");
        expectAfter(900, 1_000, 100);
    }

    function testAnAcceptanceWithinTheAcceptanceIsRefused() external {
        proposed();
        arm(bob, abi.encodeCall(TradeEscrow.accept, (id)));
        VM.prank(bob);
        escrow.accept(id);
        VM.assertFalse(hostile.struck(), "accepted twice");
        expectAfter(900, 900, 200);
    }

    function testAWithdrawalWithinTheAcceptanceIsRefused() external {
        proposed();
        arm(alice, abi.encodeCall(TradeEscrow.withdraw, (id)));
        VM.prank(bob);
        escrow.accept(id);
        VM.assertFalse(hostile.struck(), "withdrawn while accepted");
        expectAfter(900, 900, 200);
    }

    function testAConfirmationWithinTheLastConfirmationIsRefused() external {
        accepted();
        VM.prank(alice);
        escrow.confirm(id);
        arm(alice, abi.encodeCall(TradeEscrow.confirm, (id)));
        VM.prank(bob);
        escrow.confirm(id);
        VM.assertFalse(hostile.struck(), "completed twice");
        expectAfter(1_000, 1_000, 0);
    }

    function testADisputeWithinTheLastConfirmationIsRefused() external {
        accepted();
        VM.prank(alice);
        escrow.confirm(id);
        arm(alice, abi.encodeCall(TradeEscrow.dispute, (id)));
        VM.prank(bob);
        escrow.confirm(id);
        VM.assertFalse(hostile.struck(), "disputed while completed");
        expectAfter(1_000, 1_000, 0);
    }

    function testARulingWithinARulingIsRefused() external {
        disputed();
        arm(arbiter, abi.encodeCall(TradeEscrow.rule, (id, TradeEscrow.Slash.Nobody)));
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
        VM.assertFalse(hostile.struck(), "ruled twice");
        expectAfter(900, 900, 0);
    }

    function testATimeoutWithinATimeoutIsRefused() external {
        disputed();
        VM.warp(block.timestamp + WINDOW);
        arm(stranger, abi.encodeCall(TradeEscrow.timeout, (id)));
        escrow.timeout(id);
        VM.assertFalse(hostile.struck(), "timed out twice");
        expectAfter(1_000, 1_000, 0);
    }
}
