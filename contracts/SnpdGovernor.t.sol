// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {FeatureFlags} from "./FeatureFlags.sol";
import {SnpdGovernor} from "./SnpdGovernor.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title SnpdGovernorTest
/// @notice The life of a proposal, from the first to the last state.
contract SnpdGovernorTest is GovFixture {
    function testItIsSetUpAsAsked() external view {
        VM.assertEq(governor.name(), "SNPD Governor", "name");
        VM.assertEq(governor.CLOCK_MODE(), "mode=timestamp", "seconds, not blocks");
        VM.assertEq(governor.clock(), block.timestamp, "now");
        VM.assertEq(address(governor.token()), address(karma), "token");
        VM.assertEq(governor.timelock(), address(timelock), "timelock");
        VM.assertEq(governor.votingDelay(), VOTING_DELAY, "delay");
        VM.assertEq(governor.votingPeriod(), VOTING_PERIOD, "period");
        VM.assertEq(governor.proposalThreshold(), THRESHOLD, "threshold");
        VM.assertEq(governor.quorum(block.timestamp - 1), 40e18, "40 of the 100 ever earned");
        VM.assertEq(governor.COUNTING_MODE(), "support=bravo&quorum=for,abstain", "counting");
    }

    function testItsCodeFitsTheChainsLimit() external view {
        VM.assertLt(address(governor).code.length, 24_576, "EIP-170");
    }

    function testATimelockThatDoesNotWaitIsRefused() external {
        TimelockController hasty = new TimelockController(0, new address[](0), new address[](0), address(0));
        VM.expectRevert(SnpdGovernor.TimelockWithoutDelay.selector);
        _newGovernor(hasty);
    }

    /*//////////////////////////////////////////////////////////////
                            FROM END TO END
    //////////////////////////////////////////////////////////////*/

    function testProposedVotedQueuedAndExecutedItChangesTheFlag() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _propose(alice, proposal);
        _expectState(id, IGovernor.ProposalState.Pending, "proposed");
        VM.warp(block.timestamp + VOTING_DELAY + 1);
        _expectState(id, IGovernor.ProposalState.Active, "open");
        VM.assertEq(_vote(alice, id, FOR), 60e18, "alice's weight");
        VM.assertEq(_vote(bob, id, AGAINST), 30e18, "bob's weight");
        (uint256 against, uint256 inFavour, uint256 abstained) = governor.proposalVotes(id);
        VM.assertEq(against, 30e18, "against");
        VM.assertEq(inFavour, 60e18, "for");
        VM.assertEq(abstained, 0, "abstained");
        VM.warp(block.timestamp + VOTING_PERIOD);
        _expectState(id, IGovernor.ProposalState.Succeeded, "won");
        _queue(proposal);
        _expectState(id, IGovernor.ProposalState.Queued, "queued");
        VM.assertEq(governor.proposalEta(id), block.timestamp + TIMELOCK_DELAY, "when");
        (, bool early) = flags.get(FLAG);
        VM.assertFalse(early, "nothing changed yet");
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        VM.expectEmit(address(flags));
        emit FeatureFlags.FlagSet(FLAG, 7);
        VM.prank(address(0x57A46E2));
        _execute(proposal);
        _expectState(id, IGovernor.ProposalState.Executed, "done");
        (uint256 value, bool isSet) = flags.get(FLAG);
        VM.assertEq(value, 7, "the flag");
        VM.assertTrue(isSet, "is set");
    }

    function testOneProposalMaySetManyFlagsAllOrNone() external {
        Proposal memory proposal = _flagProposal(7);
        proposal.targets = new address[](2);
        proposal.values = new uint256[](2);
        proposal.calls = new bytes[](2);
        (proposal.targets[0], proposal.targets[1]) = (address(flags), address(karma));
        proposal.calls[0] = abi.encodeCall(FeatureFlags.set, (FLAG, 7));
        proposal.calls[1] = abi.encodeWithSignature("setDailyCap(uint256)", 1);
        _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        bytes4 refusal = IAccessManaged.AccessManagedUnauthorized.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, address(timelock)));
        _execute(proposal);
        (, bool isSet) = flags.get(FLAG);
        VM.assertFalse(isSet, "the first call is undone with the second");
    }

    function testExecutedOnceIsExecuted() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _win(proposal);
        _enact(proposal);
        _expectRefused(id, IGovernor.ProposalState.Executed, _only(IGovernor.ProposalState.Queued));
        _execute(proposal);
    }

    /*//////////////////////////////////////////////////////////////
                            NOT IN THIS STATE
    //////////////////////////////////////////////////////////////*/

    function testItWaitsForTheTimelock() external {
        Proposal memory proposal = _flagProposal(7);
        _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY - 1);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(proposal.text));
        bytes32 operation = timelock.hashOperationBatch(
            proposal.targets,
            proposal.values,
            proposal.calls,
            0,
            salt
        );
        VM.expectRevert(
            abi.encodeWithSelector(
                TimelockController.TimelockUnexpectedOperationState.selector,
                operation,
                bytes32(1 << uint8(TimelockController.OperationState.Ready))
            )
        );
        _execute(proposal);
        VM.warp(block.timestamp + 1);
        _execute(proposal);
    }

    function testWhatWasNotQueuedIsNotExecuted() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _win(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        _expectRefused(id, IGovernor.ProposalState.Succeeded, _only(IGovernor.ProposalState.Queued));
        _execute(proposal);
    }

    function testWhatIsStillVotedOnIsNotQueued() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _open(proposal);
        _vote(alice, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD - 1);
        _expectRefused(id, IGovernor.ProposalState.Active, _only(IGovernor.ProposalState.Succeeded));
        _queue(proposal);
    }

    function testVotingOpensAfterTheDelayAndEndsWithThePeriod() external {
        uint256 id = _propose(alice, _flagProposal(7));
        bytes32 active = _only(IGovernor.ProposalState.Active);
        VM.warp(block.timestamp + VOTING_DELAY);
        _expectRefused(id, IGovernor.ProposalState.Pending, active);
        _vote(alice, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _vote(alice, id, FOR);
        VM.warp(block.timestamp + 1);
        _expectRefused(id, IGovernor.ProposalState.Succeeded, active);
        _vote(bob, id, FOR);
    }

    function testDefeatedStaysDefeated() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _open(proposal);
        _vote(alice, id, AGAINST);
        _vote(bob, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _expectRefused(id, IGovernor.ProposalState.Defeated, _only(IGovernor.ProposalState.Succeeded));
        _queue(proposal);
    }

    function testATieIsDefeated() external {
        award(4, bob, 30e18);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(7));
        _vote(alice, id, FOR);
        _vote(bob, id, AGAINST);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _expectState(id, IGovernor.ProposalState.Defeated, "60 to 60");
    }

    function testWithoutAQuorumItIsDefeated() external {
        uint256 id = _open(_flagProposal(7));
        _vote(bob, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _expectState(id, IGovernor.ProposalState.Defeated, "30 of the 40 needed");
    }

    function testVotesAgainstMakeNoQuorumButAbstentionsDo() external {
        _delegate(carol, carol);
        VM.warp(block.timestamp + 1);
        uint256 opposed = _open(_flagProposal(7));
        uint256 abstained = _open(_flagProposal(8));
        _vote(bob, opposed, FOR);
        _vote(carol, opposed, AGAINST);
        _vote(bob, abstained, FOR);
        _vote(carol, abstained, ABSTAIN);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _expectState(opposed, IGovernor.ProposalState.Defeated, "30 for, 10 against");
        _expectState(abstained, IGovernor.ProposalState.Succeeded, "30 for, 10 abstained");
    }

    /*//////////////////////////////////////////////////////////////
                            WHO MAY PROPOSE
    //////////////////////////////////////////////////////////////*/

    function testAProposerNeedsTheThreshold() external {
        _delegate(carol, carol);
        VM.warp(block.timestamp + 1);
        bytes memory refusal = abi.encodeWithSelector(
            IGovernor.GovernorInsufficientProposerVotes.selector,
            carol,
            10e18,
            THRESHOLD
        );
        Proposal memory proposal = _flagProposal(7);
        VM.expectRevert(refusal);
        _propose(carol, proposal);
        award(4, carol, 20e18);
        VM.warp(block.timestamp + 1);
        _propose(carol, proposal);
    }

    function testTheSameIsNotProposedTwice() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _propose(alice, proposal);
        _expectRefused(id, IGovernor.ProposalState.Pending, 0);
        _propose(bob, proposal);
    }

    function testAProposalMarkedForItsProposerIsNobodyElses() external {
        Proposal memory proposal = _flagProposal(7);
        // Of alice, so that nobody who sees it on its way can propose it first and then cancel it.
        proposal.text = string.concat("why #proposer=", _hex(alice));
        VM.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, bob));
        _propose(bob, proposal);
        _propose(alice, proposal);
    }

    /*//////////////////////////////////////////////////////////////
                                CANCEL
    //////////////////////////////////////////////////////////////*/

    function testTheProposerMayTakeItBackUntilTheVoteOpens() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _propose(alice, proposal);
        VM.warp(block.timestamp + VOTING_DELAY);
        _cancel(alice, proposal);
        _expectState(id, IGovernor.ProposalState.Canceled, "taken back");
        VM.warp(block.timestamp + 1);
        _expectRefused(id, IGovernor.ProposalState.Canceled, _only(IGovernor.ProposalState.Active));
        _vote(alice, id, FOR);
    }

    function testNobodyElseMayCancel() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _propose(alice, proposal);
        address[4] memory others = [bob, admin, guard, address(timelock)];
        for (uint256 i = 0; i < others.length; ++i) {
            VM.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, others[i]));
            _cancel(others[i], proposal);
        }
    }

    function testOnceTheVoteIsOpenNobodyCancels() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _open(proposal);
        bytes memory refusal = abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, alice);
        VM.expectRevert(refusal);
        _cancel(alice, proposal);
        _vote(alice, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD);
        _queue(proposal);
        VM.expectRevert(refusal);
        _cancel(alice, proposal);
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _only(IGovernor.ProposalState state) private pure returns (bytes32) {
        return bytes32(1 << uint8(state));
    }

    function _expectRefused(uint256 id, IGovernor.ProposalState current, bytes32 allowed) private {
        VM.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorUnexpectedProposalState.selector, id, current, allowed)
        );
    }

    function _hex(address account) private pure returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory text = new bytes(42);
        (text[0], text[1]) = ("0", "x");
        for (uint256 i = 0; i < 40; ++i) text[2 + i] = digits[(uint160(account) >> (156 - 4 * i)) & 15];
        return string(text);
    }
}
