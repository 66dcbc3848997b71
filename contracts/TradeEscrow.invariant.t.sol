// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {TradeEscrow} from "./TradeEscrow.sol";
import {TradeActor} from "./test/TradeActor.t.sol";
import {TradeFixture} from "./test/TradeFixture.t.sol";

/// @title TradeEscrowInvariantTest
/// @notice What holds after any sequence of proposals and acts, tried by anyone at any time.
contract TradeEscrowInvariantTest is TradeFixture {
    uint256 private constant PURSE = 1_000_000;

    TradeActor private actor;

    function setUp() public override {
        super.setUp();
        escrow = new TradeEscrow(address(manager), address(forwarder), karma, 1 hours);
        permitRole(address(escrow), TradeEscrow.rule.selector, ARBITER);
        actor = new TradeActor(karma, escrow, arbiter);
        for (uint64 i = 0; i < 3; ++i) award(10 + i, actor.member(i), PURSE);
    }

    /// @notice Tells the runner whom to call at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(actor);
    }

    function invariantTheEscrowHoldsTheBondsOfOpenTradesAndNothingElse() external view {
        TradeActor.Entry[] memory entries = actor.entries();
        uint256 live = 0;
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].isOver) continue;
            live += entries[i].hasBond[1] ? 2 * entries[i].bond : entries[i].bond;
        }
        VM.assertEq(karma.balanceOf(address(escrow)), live, "held");
    }

    function invariantBondsInAreBondsOutAndHeld() external view {
        TradeActor.Entry[] memory entries = actor.entries();
        uint256 paid = 0;
        uint256 out = 0;
        for (uint256 i = 0; i < entries.length; ++i) {
            paid += entries[i].paid;
            out += entries[i].returned + entries[i].burned;
        }
        VM.assertEq(paid, out + karma.balanceOf(address(escrow)), "in, and out or held");
    }

    function invariantEachBondLeavesOnce() external view {
        TradeActor.Entry[] memory entries = actor.entries();
        for (uint256 i = 0; i < entries.length; ++i) {
            uint256 left = entries[i].returned + entries[i].burned;
            VM.assertEq(left, entries[i].isOver ? entries[i].paid : 0, "all at the end, nothing before");
        }
    }

    function invariantNobodyGainsAndOnlyRulingsCost() external view {
        uint256 burned = 0;
        TradeActor.Entry[] memory entries = actor.entries();
        for (uint256 i = 0; i < entries.length; ++i) burned += entries[i].burned;
        uint256 owned = karma.balanceOf(address(escrow));
        for (uint256 i = 0; i < 3; ++i) {
            VM.assertLe(karma.balanceOf(actor.member(i)), PURSE, "a member gained");
            owned += karma.balanceOf(actor.member(i));
        }
        VM.assertEq(owned + burned, 3 * PURSE, "purses, bonds and burned");
    }

    function invariantTheEscrowKnowsWhatIsOver() external view {
        TradeActor.Entry[] memory entries = actor.entries();
        for (uint256 i = 0; i < entries.length; ++i) {
            bool isOver = stateOf(entries[i].id) > TradeEscrow.State.Disputed;
            VM.assertTrue(isOver == entries[i].isOver, "over");
        }
    }
}
