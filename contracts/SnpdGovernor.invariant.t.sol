// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {SnpdGovernor} from "./SnpdGovernor.sol";
import {GovActor} from "./test/GovActor.t.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title SnpdGovernorInvariantTest
/// @notice Holds after any sequence of awards, payments, delegations, proposals and votes; times are short, so that a
/// sequence reaches the end of some vote.
contract SnpdGovernorInvariantTest is GovFixture {
    uint256 private constant WAIT = 10 minutes;
    GovActor private _actor;

    function setUp() public override {
        super.setUp();
        address[] memory anyone = new address[](1);
        timelock = new TimelockController(WAIT, new address[](0), anyone, address(this));
        governor = new SnpdGovernor(karma, timelock, 5 minutes, 30 minutes, 30e18, 20, address(forwarder));
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        _asAdmin(address(manager), abi.encodeCall(IAccessManager.grantRole, (GOVERNOR, address(timelock), 0)));
        _actor = new GovActor(karma, flags, governor, awarder, alice, WAIT);
        for (uint256 i = 0; i < 5; ++i) {
            _actor.award(i, 15e18);
            _actor.delegate(i, 4 * i + 1);
        }
    }

    /// @notice The runner calls the contracts that this lists.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_actor);
    }

    function invariantEachVoteIsCountedOnceAndByItsSnapshot() external view {
        for (uint256 i = 0; i < _actor.count(); ++i) {
            (uint256 against, uint256 inFavour, uint256 abstained) = governor.proposalVotes(_actor.idOf(i));
            uint256[3] memory tally = _actor.tallyOf(i);
            VM.assertEq(against, tally[0], "against");
            VM.assertEq(inFavour, tally[1], "for");
            VM.assertEq(abstained, tally[2], "abstained");
            VM.assertLe(against + inFavour + abstained, _actor.totalOf(i), "more votes than were ever earned");
        }
    }

    function invariantAProposalWinsByItsVotesAlone() external view {
        for (uint256 i = 0; i < _actor.count(); ++i) {
            IGovernor.ProposalState state = governor.state(_actor.idOf(i));
            bool won = state == IGovernor.ProposalState.Succeeded ||
                state == IGovernor.ProposalState.Queued ||
                state == IGovernor.ProposalState.Executed;
            VM.assertTrue(won == _actor.isWon(i), "won");
        }
    }

    function invariantTheFlagIsWhatWasLastExecuted() external view {
        (uint256 value, bool isSet) = flags.get("flag");
        VM.assertEq(value, _actor.flag(), "value");
        VM.assertTrue(isSet == (_actor.executed() != 0), "isSet");
    }
}
