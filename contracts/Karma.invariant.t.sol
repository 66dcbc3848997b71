// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {Fixture} from "./test/Fixture.t.sol";
import {KarmaActor} from "./test/KarmaActor.t.sol";

/// @title KarmaInvariantTest
/// @notice What holds after any sequence of awards, transfers and spends.
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
}
