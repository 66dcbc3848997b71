// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Karma} from "./Karma.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {TradeFixture} from "./test/TradeFixture.t.sol";

/// @title TradeEscrowDisputeTest
/// @notice A test per rule of how a trade ends by a ruling or by the clock.
contract TradeEscrowDisputeTest is TradeFixture {
    /*//////////////////////////////////////////////////////////////
                                DISPUTE
    //////////////////////////////////////////////////////////////*/

    function testAPartyMayDisputeBeforeTheEnd() external {
        bytes32 id = accepted();
        VM.warp(confirmBy - 1);
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeDisputed(id, alice, confirmBy - 1 + uint40(WINDOW));
        VM.prank(alice);
        escrow.dispute(id);
        expectState(id, TradeEscrow.State.Disputed);
        expectHeld(900, 900, 200);
    }

    function testADisputeComesInTimeFromAPartyOfAnAcceptedTrade() external {
        bytes32 id = proposed();
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.dispute(id);
        VM.prank(bob);
        escrow.accept(id);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.NotYours.selector, id, stranger));
        VM.prank(stranger);
        escrow.dispute(id);
        VM.warp(confirmBy);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TooLate.selector, id, confirmBy));
        VM.prank(alice);
        escrow.dispute(id);
    }

    function testWhoConfirmedMayStillDispute() external {
        bytes32 id = accepted();
        VM.prank(alice);
        escrow.confirm(id);
        VM.prank(alice);
        escrow.dispute(id);
        expectState(id, TradeEscrow.State.Disputed);
    }

    function testADisputedTradeIsTheArbitersAlone() external {
        bytes32 id = disputed();
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.confirm(id);
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.dispute(id);
        VM.expectRevert(wrongState(id));
        VM.prank(alice);
        escrow.withdraw(id);
    }

    /*//////////////////////////////////////////////////////////////
                                RULE
    //////////////////////////////////////////////////////////////*/

    function testARulingForBothGivesBothBack() external {
        ruleAndExpect(TradeEscrow.Slash.Nobody, 1_000, 1_000);
    }

    function testARulingAgainstTheProposerBurnsThatBond() external {
        ruleAndExpect(TradeEscrow.Slash.Proposer, 900, 1_000);
    }

    function testARulingAgainstTheCounterpartyBurnsThatBond() external {
        ruleAndExpect(TradeEscrow.Slash.Counterparty, 1_000, 900);
    }

    function testARulingAgainstBothBurnsBothBonds() external {
        ruleAndExpect(TradeEscrow.Slash.Both, 900, 900);
    }

    function ruleAndExpect(TradeEscrow.Slash slashed, uint256 byAlice, uint256 byBob) private {
        bytes32 id = disputed();
        uint256 burned = 2_000 - byAlice - byBob;
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeRuled(id, arbiter, slashed, burned);
        if (burned != 0) {
            VM.expectEmit(address(karma));
            emit Karma.Spent(address(escrow), burned, id, true);
        }
        VM.prank(arbiter);
        escrow.rule(id, slashed);
        expectHeld(byAlice, byBob, 0);
        VM.assertEq(karma.totalSupply(), byAlice + byBob, "slashed karma burns");
        expectState(id, TradeEscrow.State.Ruled);
        VM.expectRevert(wrongState(id));
        VM.prank(arbiter);
        escrow.rule(id, slashed);
    }

    function testAnArbiterAloneRules() external {
        bytes32 id = disputed();
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, alice));
        VM.prank(alice);
        escrow.rule(id, TradeEscrow.Slash.Counterparty);
        // The admin of the roles has none of this one.
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(this)));
        escrow.rule(id, TradeEscrow.Slash.Counterparty);
    }

    function testNoArbiterRulesOnATradeOfTheirOwn() external {
        bytes32 id = disputed();
        address[2] memory parties = [alice, bob];
        for (uint256 i = 0; i < 2; ++i) {
            manager.grantRole(ARBITER, parties[i], 0);
            VM.expectRevert(abi.encodeWithSelector(TradeEscrow.OwnTrade.selector, id, parties[i]));
            VM.prank(parties[i]);
            escrow.rule(id, TradeEscrow.Slash.Nobody);
        }
    }

    /// @dev AccessManager.execute makes the call from the manager's own address: a party with the role would hide in it.
    function testNoArbiterRulesUnseenThroughTheManager() external {
        bytes32 id = disputed();
        manager.grantRole(ARBITER, bob, 0);
        address[2] memory arbiters = [bob, arbiter];
        for (uint256 i = 0; i < 2; ++i) {
            VM.expectRevert(abi.encodeWithSelector(TradeEscrow.ArbiterHidden.selector, id));
            VM.prank(arbiters[i]);
            manager.execute(address(escrow), abi.encodeCall(TradeEscrow.rule, (id, TradeEscrow.Slash.Proposer)));
        }
        expectHeld(900, 900, 200);
        expectState(id, TradeEscrow.State.Disputed);
    }

    /// @dev One whose rulings are announced first makes them in person all the same.
    function testAnArbiterWithADelayRulesInPerson() external {
        bytes32 id = disputed();
        manager.grantRole(ARBITER, arbiter, 1 days);
        bytes memory data = abi.encodeCall(TradeEscrow.rule, (id, TradeEscrow.Slash.Proposer));
        VM.prank(arbiter);
        manager.schedule(address(escrow), data, 0);
        VM.warp(block.timestamp + 1 days);
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Proposer);
        expectState(id, TradeEscrow.State.Ruled);
    }

    function testARulingNeedsADispute() external {
        bytes32 id = accepted();
        VM.expectRevert(wrongState(id));
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
    }

    function testARulingComesInTime() external {
        bytes32 id = disputed();
        uint40 ruleBy = uint40(block.timestamp + WINDOW);
        VM.warp(ruleBy);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TooLate.selector, id, ruleBy));
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
        VM.warp(ruleBy - 1);
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
    }

    function testThereAreFourOutcomes() external {
        bytes32 id = disputed();
        VM.prank(arbiter);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(escrow).call(abi.encodeWithSelector(TradeEscrow.rule.selector, id, 4));
        VM.assertFalse(done, "a fifth outcome");
    }

    /*//////////////////////////////////////////////////////////////
                                TIMEOUT
    //////////////////////////////////////////////////////////////*/

    function testAnOfferNobodyAcceptedGoesBack() external {
        bytes32 id = proposed();
        expectTimeout(id, acceptBy, TradeEscrow.State.Proposed);
    }

    function testATradeNobodyEndedGivesBothBack() external {
        bytes32 id = accepted();
        expectTimeout(id, confirmBy, TradeEscrow.State.Accepted);
    }

    function testOneConfirmationIsNoneWhenTimeIsUp() external {
        bytes32 id = accepted();
        VM.prank(alice);
        escrow.confirm(id);
        expectTimeout(id, confirmBy, TradeEscrow.State.Accepted);
    }

    function testNoRulingInTimeGivesBothBack() external {
        bytes32 id = disputed();
        expectTimeout(id, uint40(block.timestamp + WINDOW), TradeEscrow.State.Disputed);
    }

    /// @dev At `deadline`, and not before, anyone ends the trade, once, and everyone has everything back.
    function expectTimeout(bytes32 id, uint40 deadline, TradeEscrow.State from) private {
        VM.warp(deadline - 1);
        VM.expectRevert(abi.encodeWithSelector(TradeEscrow.TooEarly.selector, id, deadline));
        escrow.timeout(id);
        VM.warp(deadline);
        VM.expectEmit(address(escrow));
        emit TradeEscrow.TradeTimedOut(id, from);
        VM.prank(stranger);
        escrow.timeout(id);
        expectHeld(1_000, 1_000, 0);
        expectState(id, TradeEscrow.State.TimedOut);
        VM.expectRevert(wrongState(id));
        escrow.timeout(id);
    }

    function testWhatEndedDoesNotTimeOut() external {
        bytes32 id = disputed();
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
        VM.warp(confirmBy + 90 days);
        VM.expectRevert(wrongState(id));
        escrow.timeout(id);
        VM.expectRevert(wrongState("none such"));
        escrow.timeout("none such");
    }

    function testAClosedEscrowStillGivesBondsBack() external {
        bytes32 id = disputed();
        manager.setTargetClosed(address(escrow), true);
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, arbiter));
        VM.prank(arbiter);
        escrow.rule(id, TradeEscrow.Slash.Both);
        VM.warp(block.timestamp + WINDOW);
        escrow.timeout(id);
        expectHeld(1_000, 1_000, 0);
    }
}
