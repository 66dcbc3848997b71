// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Fixture} from "./test/Fixture.t.sol";

/// @title KarmaVotesTest
/// @notice A test per rule of whose voice weighs how much.
contract KarmaVotesTest is Fixture {
    address private carol = address(0xCA401);

    function testVotesAreTimedInSecondsAndSaySo() external view {
        VM.assertEq(karma.clock(), block.timestamp, "clock");
        VM.assertEq(karma.CLOCK_MODE(), "mode=timestamp", "mode");
    }

    /*//////////////////////////////////////////////////////////////
                        WHAT A VOICE WEIGHS
    //////////////////////////////////////////////////////////////*/

    function testAVoiceIsSilentUntilItIsSwitchedOn() external {
        award(1, alice, 10);
        VM.assertEq(karma.getVotes(alice), 0, "silent");
        delegate(alice, alice);
        VM.assertEq(karma.getVotes(alice), 10, "on, with all that was earned");
        VM.assertEq(karma.delegates(alice), alice, "her own");
    }

    function testAnAwardAfterThatAddsAtOnceAndSaysSo() external {
        award(1, alice, 10);
        delegate(alice, alice);
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(address(0), alice, 5);
        VM.expectEmit(address(karma));
        emit IVotes.DelegateVotesChanged(alice, 10, 15);
        award(2, alice, 5);
        VM.assertEq(karma.getVotes(alice), 15, "added");
    }

    function testAVoiceMayBeSwitchedOnBeforeTheFirstAward() external {
        delegate(alice, alice);
        award(1, alice, 10);
        VM.assertEq(karma.getVotes(alice), 10, "counted");
        VM.assertEq(karma.balanceOf(alice), 10, "balance");
        VM.assertEq(karma.lifetimeEarned(alice), 10, "earned");
    }

    function testSpendingCostsNoVoice() external {
        award(1, alice, 10);
        delegate(alice, alice);
        VM.prank(alice);
        karma.spend(10, "");
        VM.assertEq(karma.getVotes(alice), 10, "as before");
    }

    function testBuyingKarmaBuysNoVoice() external {
        award(1, alice, 10);
        delegate(alice, alice);
        delegate(bob, bob);
        VM.prank(alice);
        karma.transfer(bob, 10);
        VM.assertEq(karma.getVotes(bob), 0, "bob holds it all and says nothing");
        VM.assertEq(karma.getVotes(alice), 10, "alice holds nothing and speaks");
        delegate(bob, carol);
        delegate(bob, bob);
        VM.assertEq(karma.getVotes(bob), 0, "nor by delegating anew");
    }

    /*//////////////////////////////////////////////////////////////
                        WHO CARRIES IT
    //////////////////////////////////////////////////////////////*/

    function testAVoiceMovesWithItsDelegate() external {
        award(1, alice, 10);
        delegate(alice, alice);
        VM.expectEmit(address(karma));
        emit IVotes.DelegateChanged(alice, alice, carol);
        delegate(alice, carol);
        VM.assertEq(karma.getVotes(alice), 0, "gone");
        VM.assertEq(karma.getVotes(carol), 10, "there");
        award(2, alice, 1);
        VM.assertEq(karma.getVotes(carol), 11, "and what comes later too");
    }

    function testAVoiceCanBeTakenBack() external {
        award(1, alice, 10);
        delegate(alice, carol);
        delegate(alice, address(0));
        award(2, alice, 5);
        VM.assertEq(karma.getVotes(carol), 0, "carol lost it");
        VM.assertEq(karma.balanceOf(alice), 15, "balance");
        delegate(alice, alice);
        VM.assertEq(karma.getVotes(alice), 15, "nothing was lost meanwhile");
    }

    function testVoicesOfOneBatchGatherAtTheirDelegates() external {
        delegate(alice, carol);
        delegate(bob, carol);
        uint256[] memory packed = new uint256[](5);
        packed[0] = pack(alice, 1);
        packed[1] = pack(bob, 2);
        packed[2] = pack(carol, 4);
        packed[3] = pack(alice, 8);
        packed[4] = pack(address(0xD0D0), 16);
        VM.prank(awarder);
        karma.awardRun(1, packed, RULES);
        VM.assertEq(karma.getVotes(carol), 11, "alice's and bob's; her own is not switched on");
    }

    /*//////////////////////////////////////////////////////////////
                            THE PAST
    //////////////////////////////////////////////////////////////*/

    function testThePastIsKept() external {
        uint256 start = block.timestamp;
        award(1, alice, 10);
        delegate(alice, alice);
        VM.warp(start + 10);
        award(2, alice, 5);
        award(3, bob, 100);
        VM.warp(start + 20);
        VM.prank(alice);
        karma.spend(15, "");
        delegate(alice, carol);
        VM.warp(start + 30);
        VM.assertEq(karma.getPastVotes(alice, start - 1), 0, "before");
        VM.assertEq(karma.getPastVotes(alice, start), 10, "first award");
        VM.assertEq(karma.getPastVotes(alice, start + 9), 10, "until the second");
        VM.assertEq(karma.getPastVotes(alice, start + 19), 15, "second award");
        VM.assertEq(karma.getPastVotes(alice, start + 20), 0, "given away");
        VM.assertEq(karma.getPastTotalSupply(start - 1), 0, "none before");
        VM.assertEq(karma.getPastTotalSupply(start + 9), 10, "all of it");
        VM.assertEq(karma.getPastTotalSupply(start + 29), 115, "silent and burned karma included");
    }

    function testThePresentIsNotYetThePast() external {
        bytes memory refusal = abi.encodeWithSelector(
            Votes.ERC5805FutureLookup.selector,
            block.timestamp,
            block.timestamp
        );
        VM.expectRevert(refusal);
        karma.getPastVotes(alice, block.timestamp);
        VM.expectRevert(refusal);
        karma.getPastTotalSupply(block.timestamp);
    }

    /*//////////////////////////////////////////////////////////////
                        BY ONE SIGNATURE
    //////////////////////////////////////////////////////////////*/

    function testOneSignatureSwitchesAVoiceOn() external {
        award(1, alice, 10);
        (uint8 v, bytes32 r, bytes32 s) = delegationOf(alice, 0, block.timestamp);
        VM.prank(bob);
        karma.delegateBySig(alice, 0, block.timestamp, v, r, s);
        VM.assertEq(karma.getVotes(alice), 10, "on");
        VM.assertEq(karma.delegates(bob), address(0), "who sent it is not who signed it");
        award(2, alice, 1);
        VM.assertEq(karma.getVotes(alice), 11, "and awards add");
    }

    function testOneRelayedCallSwitchesItOnToo() external {
        award(1, alice, 10);
        forwarder.execute(orderOf(address(karma), abi.encodeCall(Votes.delegate, (alice))));
        VM.assertEq(karma.getVotes(alice), 10, "on");
    }

    function testADelegationIsNotReplayed() external {
        award(1, alice, 10);
        (uint8 v, bytes32 r, bytes32 s) = delegationOf(carol, 0, block.timestamp);
        karma.delegateBySig(carol, 0, block.timestamp, v, r, s);
        delegate(alice, alice);
        VM.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, alice, 1));
        karma.delegateBySig(carol, 0, block.timestamp, v, r, s);
        VM.assertEq(karma.delegates(alice), alice, "her later word stands");
    }

    function testADelegationExpires() external {
        uint256 expiry = block.timestamp - 1;
        (uint8 v, bytes32 r, bytes32 s) = delegationOf(alice, 0, expiry);
        VM.expectRevert(abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, expiry));
        karma.delegateBySig(alice, 0, expiry, v, r, s);
    }

    function testADelegationOfALaterNonceWaits() external {
        (uint8 v, bytes32 r, bytes32 s) = delegationOf(alice, 1, block.timestamp);
        VM.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, alice, 0));
        karma.delegateBySig(alice, 1, block.timestamp, v, r, s);
    }

    function testAChangedDelegationIsNotAlices() external {
        award(1, alice, 10);
        (uint8 v, bytes32 r, bytes32 s) = delegationOf(alice, 0, block.timestamp);
        karma.delegateBySig(carol, 0, block.timestamp, v, r, s);
        VM.assertEq(karma.delegates(alice), address(0), "hers is untouched");
        VM.assertEq(karma.getVotes(carol), 0, "carol gained nothing");
    }

    function testPermitsAndDelegationsCountTogether() external {
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 5, block.timestamp);
        karma.permit(alice, bob, 5, block.timestamp, v, r, s);
        (v, r, s) = delegationOf(alice, 1, block.timestamp);
        karma.delegateBySig(alice, 1, block.timestamp, v, r, s);
        VM.assertEq(karma.nonces(alice), 2, "two signatures used");
    }

    function delegate(address account, address delegatee) private {
        VM.prank(account);
        karma.delegate(delegatee);
    }
}
