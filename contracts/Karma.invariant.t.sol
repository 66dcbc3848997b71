// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {Fixture} from "./test/Fixture.t.sol";
import {KarmaActor} from "./test/KarmaActor.t.sol";

/// @title KarmaInvariantTest
/// @notice What holds after any sequence of awards, transfers, spends and delegations.
contract KarmaInvariantTest is Fixture {
    KarmaActor private actor;

    function setUp() public override {
        super.setUp();
        actor = new KarmaActor(karma);
        manager.grantRole(AWARDER, address(actor), 0);
    }

    /// @notice Tells the runner whom to call at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(actor);
    }

    function invariantBalancesAddUpToTheSupply() external view {
        VM.assertEq(actor.sumOfBalances(), karma.totalSupply(), "balances and supply");
    }

    function invariantSupplyAndBurnedIsMinted() external view {
        VM.assertEq(karma.totalSupply() + actor.burned(), actor.minted(), "supply, burned and minted");
    }

    function invariantEarnedIsMinted() external view {
        VM.assertEq(actor.sumOfEarned(), actor.minted(), "earned and minted");
    }

    function invariantEachIdMintsOnce() external view {
        VM.assertEq(actor.doubleMints(), 0, "ids minted twice");
        VM.assertEq(actor.idsMarked(), actor.idsMinted(), "ids marked and minted");
    }

    function invariantEachMemberHasWhatTheBooksSay() external view {
        for (uint256 i = 0; i < actor.MEMBERS(); ++i) {
            VM.assertEq(karma.balanceOf(actor.member(i)), actor.holds(i), "balance");
            VM.assertEq(karma.lifetimeEarned(actor.member(i)), actor.earned(i), "earned");
        }
    }

    function invariantVotesAreWhatTheDelegatorsEarned() external view {
        for (uint256 i = 0; i < actor.MEMBERS(); ++i) {
            VM.assertEq(karma.getVotes(actor.member(i)), actor.votesOf(i), "votes");
            uint256 voter = actor.voter(i);
            VM.assertEq(
                karma.delegates(actor.member(i)),
                voter == 0 ? address(0) : actor.member(voter - 1),
                "delegate"
            );
        }
    }

    function invariantThePastStaysAsItWas() external view {
        for (uint256 i = 0; i < actor.pages(); ++i) {
            KarmaActor.Page memory page = actor.pageAt(i);
            VM.assertEq(karma.getPastTotalSupply(page.time), page.minted, "all votes are all that was minted");
            for (uint256 j = 0; j < page.votes.length; ++j)
                VM.assertEq(karma.getPastVotes(actor.member(j), page.time), page.votes[j], "votes then");
        }
    }
}
