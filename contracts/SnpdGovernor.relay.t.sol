// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {SnpdGovernor} from "./SnpdGovernor.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title SnpdGovernorRelayTest
/// @notice Members propose and vote without gas; nobody gets the timelock's power that way.
contract SnpdGovernorRelayTest is GovFixture {
    bytes4 private constant FAILED = Errors.FailedCall.selector;

    function testARelayedProposalIsItsSigners() external {
        Proposal memory proposal = _flagProposal(7);
        _relay(abi.encodeCall(IGovernor.propose, (proposal.targets, proposal.values, proposal.calls, proposal.text)));
        VM.assertEq(governor.proposalProposer(_idOf(proposal)), alice, "alice's");
        VM.assertEq(alice.balance, 0, "without ETH");
    }

    function testARelayedVoteIsItsSigners() external {
        uint256 id = _open(_flagProposal(7));
        _relay(abi.encodeCall(IGovernor.castVote, (id, FOR)));
        VM.assertTrue(governor.hasVoted(id, alice), "alice voted");
        VM.assertFalse(governor.hasVoted(id, address(forwarder)), "not the forwarder");
        (, uint256 votesFor, ) = governor.proposalVotes(id);
        VM.assertEq(votesFor, 60e18, "with her weight");
    }

    function testARelayedVoteCountsOnce() external {
        uint256 id = _open(_flagProposal(7));
        _relay(abi.encodeCall(IGovernor.castVote, (id, FOR)));
        ERC2771Forwarder.ForwardRequestData memory again = orderOf(
            address(governor),
            abi.encodeCall(IGovernor.castVote, (id, AGAINST))
        );
        VM.expectRevert(abi.encodeWithSelector(FAILED));
        forwarder.execute(again);
    }

    function testWhatTheTimelockAloneMayDoCannotBeRelayed() external {
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(
            address(governor),
            abi.encodeCall(governor.setVotingPeriod, (1))
        );
        VM.expectRevert(abi.encodeWithSelector(FAILED));
        forwarder.execute(order);
    }

    function testAnAddressBehindADirectCallIsNobodys() external {
        uint256 id = _open(_flagProposal(7));
        bytes memory spoofed = abi.encodePacked(abi.encodeCall(IGovernor.castVote, (id, FOR)), alice);
        VM.prank(bob);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = address(governor).call(spoofed);
        VM.assertTrue(success, "bob's own vote");
        VM.assertTrue(governor.hasVoted(id, bob), "bob voted");
        VM.assertFalse(governor.hasVoted(id, alice), "alice did not");
    }

    function testAnotherForwarderIsNotBelieved() external {
        uint256 id = _open(_flagProposal(7));
        ERC2771Forwarder other = new ERC2771Forwarder("SNPD");
        bytes memory spoofed = abi.encodePacked(abi.encodeCall(IGovernor.castVote, (id, FOR)), alice);
        bytes4 weightless = SnpdGovernor.VoteWithoutWeight.selector;
        _expectRefused(
            address(other),
            spoofed,
            abi.encodeWithSelector(weightless, address(other), governor.proposalSnapshot(id))
        );
        VM.assertFalse(governor.hasVoted(id, alice), "alice did not vote");
    }

    function testWhatAliceSignedIsNotBobsVote() external {
        uint256 id = _open(_flagProposal(7));
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(
            address(governor),
            abi.encodeCall(IGovernor.castVote, (id, FOR))
        );
        order.from = bob;
        _expectNotSigned(order);
        VM.assertFalse(governor.hasVoted(id, bob), "bob did not vote");
    }

    function testTheTimelocksAddressBehindACallIsNotItsPower() external {
        bytes memory spoofed = abi.encodePacked(abi.encodeCall(governor.setVotingPeriod, (1)), address(timelock));
        _expectRefused(bob, spoofed, abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, bob));
        VM.assertEq(governor.votingPeriod(), VOTING_PERIOD, "as it was");
    }

    function testNobodySignsForTheTimelock() external {
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(
            address(governor),
            abi.encodeCall(governor.setVotingPeriod, (1))
        );
        order.from = address(timelock);
        _expectNotSigned(order);
    }

    function testWhatAVoterSaysIsRelayedWithTheVote() external {
        uint256 id = _open(_flagProposal(7));
        VM.expectEmit(address(governor));
        emit IGovernor.VoteCast(alice, id, AGAINST, 60e18, unicode"Mög i ned");
        _relay(abi.encodeCall(IGovernor.castVoteWithReason, (id, AGAINST, unicode"Mög i ned")));
    }

    function testARelayedCancelIsForItsAuthorAlone() external {
        Proposal memory own = _flagProposal(7);
        Proposal memory others = _flagProposal(8);
        uint256 ownId = _propose(alice, own);
        uint256 othersId = _propose(bob, others);
        _relay(_cancelOf(own));
        _expectState(ownId, IGovernor.ProposalState.Canceled, "taken back");
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(address(governor), _cancelOf(others));
        VM.expectRevert(abi.encodeWithSelector(FAILED));
        forwarder.execute(order);
        _expectState(othersId, IGovernor.ProposalState.Pending, "bob's stays");
    }

    function testARelayedProposalThatIsExecutedStillGoesThroughTheTimelock() external {
        Proposal memory proposal = _flagProposal(7);
        _relay(abi.encodeCall(IGovernor.propose, (proposal.targets, proposal.values, proposal.calls, proposal.text)));
        VM.warp(block.timestamp + VOTING_DELAY + 1);
        _relay(abi.encodeCall(IGovernor.castVote, (_idOf(proposal), FOR)));
        VM.warp(block.timestamp + VOTING_PERIOD);
        _enact(proposal);
        (uint256 value, bool isSet) = flags.get(FLAG);
        VM.assertTrue(isSet, "set");
        VM.assertEq(value, 7, "by the vote");
    }

    /// @dev The governor refuses the call for exactly this reason.
    function _expectRefused(address caller, bytes memory data, bytes memory reason) private {
        VM.prank(caller);
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory why) = address(governor).call(data);
        VM.assertFalse(success, "taken");
        VM.assertEq(keccak256(why), keccak256(reason), "refused for another reason");
    }

    function _expectNotSigned(ERC2771Forwarder.ForwardRequestData memory order) private {
        try forwarder.execute(order) {
            VM.assertTrue(false, "the forwarder took it");
        } catch (bytes memory why) {
            bytes4 reason = ERC2771Forwarder.ERC2771ForwarderInvalidSigner.selector;
            VM.assertEq(bytes32(bytes4(why)), bytes32(reason), "refused for another reason");
        }
    }

    function _cancelOf(Proposal memory proposal) private pure returns (bytes memory) {
        bytes32 text = keccak256(bytes(proposal.text));
        return abi.encodeCall(IGovernor.cancel, (proposal.targets, proposal.values, proposal.calls, text));
    }

    function _idOf(Proposal memory proposal) private view returns (uint256) {
        bytes32 text = keccak256(bytes(proposal.text));
        return governor.hashProposal(proposal.targets, proposal.values, proposal.calls, text);
    }

    /// @dev alice signs, a stranger sends and pays.
    function _relay(bytes memory data) private {
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(address(governor), data);
        VM.prank(carol);
        forwarder.execute(order);
    }
}
