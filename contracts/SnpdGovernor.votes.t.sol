// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {SnpdGovernor} from "./SnpdGovernor.sol";
import {GovFixture} from "./test/GovFixture.t.sol";
import {GovWallet} from "./test/GovWallet.t.sol";

/// @title SnpdGovernorVotesTest
/// @notice What a vote weighs, and whose it is.
contract SnpdGovernorVotesTest is GovFixture {
    uint256 private _id;

    function setUp() public override {
        super.setUp();
        _id = _open(_flagProposal(7));
    }

    /*//////////////////////////////////////////////////////////////
                            WHAT IT WEIGHS
    //////////////////////////////////////////////////////////////*/

    function testAVoteWeighsWhatWasEverEarned() external {
        VM.expectEmit(address(governor));
        emit IGovernor.VoteCast(alice, _id, FOR, 60e18, "");
        VM.assertEq(_vote(alice, _id, FOR), karma.lifetimeEarned(alice), "weight");
    }

    function testSpendingCostsNoVoice() external {
        VM.startPrank(alice);
        karma.spend(50e18, "");
        karma.transfer(carol, 10e18);
        VM.stopPrank();
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        VM.assertEq(karma.balanceOf(alice), 0, "all gone");
        VM.assertEq(_vote(alice, id, FOR), 60e18, "but the voice");
    }

    function testBuyingKarmaBuysNoVoice() external {
        VM.prank(alice);
        karma.transfer(carol, 60e18);
        _delegate(carol, carol);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        VM.assertEq(karma.balanceOf(carol), 70e18, "bought");
        VM.assertEq(_vote(carol, id, FOR), 10e18, "only what carol earned");
    }

    function testKarmaBoughtByOneWhoEarnedNoneIsMute() external {
        address whale = address(0xBA1E);
        VM.prank(alice);
        karma.transfer(whale, 60e18);
        _delegate(whale, whale);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        _expectNoWeight(id, whale);
    }

    function testAMintAfterTheSnapshotHasNoVoiceAtIt() external {
        award(4, bob, 1_000e18);
        VM.assertEq(_vote(bob, _id, FOR), 30e18, "as it was at the snapshot");
        VM.assertEq(governor.quorum(governor.proposalSnapshot(_id)), 40e18, "nor does it move the quorum");
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        VM.assertEq(_vote(bob, id, FOR), 1_030e18, "it counts for the next one");
    }

    function testAMintInTheSnapshotsSecondCounts() external {
        uint256 id = _propose(alice, _flagProposal(8));
        VM.warp(governor.proposalSnapshot(id));
        award(4, bob, 5e18);
        VM.warp(block.timestamp + 1);
        award(5, bob, 7e18);
        VM.assertEq(_vote(bob, id, FOR), 35e18, "up to the snapshot's second, and no further");
    }

    function testAVoteThatWasNotSwitchedOnWeighsNothing() external {
        _expectNoWeight(_id, carol);
    }

    function testSwitchingItOnAfterTheSnapshotIsTooLate() external {
        _delegate(carol, carol);
        _expectNoWeight(_id, carol);
    }

    function testOneWhoEarnedNothingWeighsNothing() external {
        _expectNoWeight(_id, address(0x5742A46E2));
    }

    /*//////////////////////////////////////////////////////////////
                                ONCE
    //////////////////////////////////////////////////////////////*/

    function testNobodyVotesTwice() external {
        _vote(alice, _id, FOR);
        bytes memory refusal = abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, alice);
        VM.expectRevert(refusal);
        _vote(alice, _id, AGAINST);
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        VM.expectRevert(refusal);
        governor.castVoteBySig(_id, FOR, alice, signature);
        VM.assertTrue(governor.hasVoted(_id, alice), "voted");
        VM.assertFalse(governor.hasVoted(_id, bob), "did not");
    }

    function testPassingTheVoteOnAfterVotingGivesNoSecondOne() external {
        _vote(alice, _id, FOR);
        _delegate(alice, carol);
        VM.warp(block.timestamp + 1);
        _expectNoWeight(_id, carol);
    }

    function testAVoteIsAgainstForOrAbstain() external {
        VM.expectRevert(IGovernor.GovernorInvalidVoteType.selector);
        _vote(alice, _id, 3);
    }

    /*//////////////////////////////////////////////////////////////
                        SOMEONE ELSE'S VOICE
    //////////////////////////////////////////////////////////////*/

    function testAMemberMayLetAnotherVote() external {
        _delegate(bob, carol);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        VM.assertEq(_vote(carol, id, FOR), 30e18, "bob's, while carol's own is off");
        _expectNoWeight(id, bob);
        _delegate(carol, carol);
        _delegate(bob, bob);
        VM.warp(block.timestamp + 1);
        uint256 next = _open(_flagProposal(9));
        VM.assertEq(_vote(carol, next, FOR), 10e18, "carol's own");
        VM.assertEq(_vote(bob, next, FOR), 30e18, "bob's again");
    }

    function testWhatIsEarnedLaterFollowsTheDelegation() external {
        _delegate(bob, carol);
        award(4, bob, 5e18);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        VM.assertEq(_vote(carol, id, FOR), 35e18, "30 and 5");
    }

    /*//////////////////////////////////////////////////////////////
                            BY SIGNATURE
    //////////////////////////////////////////////////////////////*/

    function testAnyoneMayCarryASignedVote() external {
        bytes memory signature = _ballot(aliceKey, _id, AGAINST);
        VM.expectEmit(address(governor));
        emit IGovernor.VoteCast(alice, _id, AGAINST, 60e18, "");
        VM.prank(carol);
        governor.castVoteBySig(_id, AGAINST, alice, signature);
        (uint256 against, , ) = governor.proposalVotes(_id);
        VM.assertEq(against, 60e18, "counted as alice's");
        VM.assertEq(governor.nonces(alice), 1, "the nonce is used");
    }

    function testASignedVoteIsGoodOnce() external {
        uint256 other = _open(_flagProposal(8));
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        governor.castVoteBySig(_id, FOR, alice, signature);
        _expectRefused(alice);
        governor.castVoteBySig(_id, FOR, alice, signature);
        _expectRefused(alice);
        governor.castVoteBySig(other, FOR, alice, signature);
    }

    function testASignedVoteIsForOneProposalAndOneAnswer() external {
        uint256 other = _open(_flagProposal(8));
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        _expectRefused(alice);
        governor.castVoteBySig(_id, AGAINST, alice, signature);
        _expectRefused(alice);
        governor.castVoteBySig(other, FOR, alice, signature);
        governor.castVoteBySig(_id, FOR, alice, signature);
    }

    function testASignedVoteIsItsSigners() external {
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        _expectRefused(bob);
        governor.castVoteBySig(_id, FOR, bob, signature);
    }

    function testASignedVoteIsForOneChain() external {
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        uint256 here = block.chainid;
        VM.chainId(here + 1);
        _expectRefused(alice);
        governor.castVoteBySig(_id, FOR, alice, signature);
        VM.chainId(here);
        governor.castVoteBySig(_id, FOR, alice, signature);
    }

    function testASignedVoteIsForOneGovernor() external {
        SnpdGovernor real = governor;
        governor = _newGovernor(timelock);
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        governor = real;
        _expectRefused(alice);
        governor.castVoteBySig(_id, FOR, alice, signature);
    }

    function testABrokenSignatureIsRefused() external {
        bytes memory signature = _ballot(aliceKey, _id, FOR);
        signature[40] ^= 0x01;
        _expectRefused(alice);
        governor.castVoteBySig(_id, FOR, alice, signature);
        _expectRefused(alice);
        governor.castVoteBySig(_id, FOR, alice, "");
    }

    function testAContractWalletVotesByItsOwnersSignature() external {
        GovWallet wallet = new GovWallet(alice);
        award(4, address(wallet), 5e18);
        _delegate(address(wallet), address(wallet));
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        bytes memory signature = _ballotOf(aliceKey, address(wallet), id, FOR);
        governor.castVoteBySig(id, FOR, address(wallet), signature);
        VM.assertTrue(governor.hasVoted(id, address(wallet)), "ERC-1271");
    }

    function testAVoiceIsSwitchedOnAndUsedWithoutGas() external {
        uint256 daveKey = 0xDA7E;
        address dave = VM.addr(daveKey);
        award(4, dave, 5e18);
        bytes32 typed = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
        bytes32 message = keccak256(abi.encode(typed, dave, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(
            daveKey,
            keccak256(abi.encodePacked("\x19\x01", karma.DOMAIN_SEPARATOR(), message))
        );
        VM.prank(carol);
        karma.delegateBySig(dave, 0, block.timestamp, v, r, s);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        bytes memory signature = _ballot(daveKey, id, FOR);
        VM.prank(carol);
        VM.assertEq(governor.castVoteBySig(id, FOR, dave, signature), 5e18, "dave never sent a transaction");
    }

    /*//////////////////////////////////////////////////////////////
                                FUZZ
    //////////////////////////////////////////////////////////////*/

    /// @notice Whatever is earned, moved and spent before or after the snapshot: a vote weighs what was earned before.
    function testTheSnapshotDecides(uint64 before, uint64 later, uint96 moved, bool delegated) external {
        if (delegated) _delegate(bob, carol);
        award(4, bob, uint256(before) + 1);
        uint256 amount = moved % karma.balanceOf(bob);
        VM.prank(bob);
        karma.transfer(alice, amount);
        VM.warp(block.timestamp + 1);
        uint256 id = _open(_flagProposal(8));
        award(5, bob, uint256(later) + 1);
        _delegate(bob, alice);
        VM.assertEq(_vote(delegated ? carol : bob, id, FOR), 30e18 + uint256(before) + 1, "weight");
        VM.assertEq(_vote(alice, id, FOR), 60e18, "and alice gained nothing");
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _expectNoWeight(uint256 id, address voter) private {
        uint256 snapshot = governor.proposalSnapshot(id);
        VM.expectRevert(abi.encodeWithSelector(SnpdGovernor.VoteWithoutWeight.selector, voter, snapshot));
        _vote(voter, id, FOR);
        VM.assertFalse(governor.hasVoted(id, voter), "nothing is used up");
    }

    function _expectRefused(address voter) private {
        VM.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, voter));
    }
}
