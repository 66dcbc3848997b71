// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {RaffleActor} from "./test/RaffleActor.t.sol";
import {RaffleFixture} from "./test/RaffleFixture.t.sol";

/// @title RaffleInvariantTest
/// @notice What holds after any sequence of calls, allowed or not, on several raffles at once. That a call works when,
/// and only when, the rules have it so, the actor checks at each.
contract RaffleInvariantTest is RaffleFixture {
    RaffleActor private actor;
    uint256 private funded;

    function setUp() public override {
        super.setUp();
        for (uint160 i = 0; i < 5; ++i) {
            fund(address(0x1000 + i), 4_000);
            // One of the five has no pass; the others' outlast any sequence: 100 periods of 30 days for 2,000 wei.
            if (i == 4) continue;
            VM.prank(address(0x1000 + i));
            pass.purchase(1, 100, 2_000);
        }
        funded = karma.totalSupply();
        actor = new RaffleActor(raffle, karma, beacon);
        manager.grantRole(RAFFLE_OPERATOR, address(actor), 0);
    }

    /// @notice Tells the runner whom to call at random.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(actor);
    }

    function invariantThePotIsConserved() external view {
        VM.assertEq(karma.balanceOf(address(raffle)), actor.pots(), "karma of the raffle and the books");
        VM.assertEq(karma.totalSupply() + actor.burned(), funded, "karma of all");
    }

    function invariantStatesMoveAlongTheGraph() external view {
        actor.checkStates();
    }

    function invariantAMemberHasOneTicketAndUsesItOnce() external view {
        actor.checkTickets();
    }

    function invariantWinnersAreDistinctEntriesAndNeverChange() external view {
        actor.checkWinners();
    }
}
