// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Karma} from "./Karma.sol";
import {KarmaLedger} from "./KarmaLedger.sol";
import {Fixture} from "./test/Fixture.t.sol";

/// @title KarmaAttackTest
/// @notice What thieves, forgers and colluders get from Karma.
contract KarmaAttackTest is Fixture {
    address private mallory = address(0xBAD);

    /*//////////////////////////////////////////////////////////////
                        A STOLEN AWARDER KEY
    //////////////////////////////////////////////////////////////*/

    /// @notice Whatever batches it sends in a day, honest ones before it included.
    function testAThiefMintsNoMoreThanADay(uint96[30] calldata amounts, uint8 honest) external {
        award(1, alice, uint256(honest) * 1e18 + 1);
        uint256 most = karma.BATCH_MINT_CAP();
        for (uint64 i = 0; i < amounts.length; ++i) {
            VM.prank(awarder);
            try karma.awardRun(100 + i, run(mallory, within(amounts[i], most / 8, most), 1), RULES) {
                continue;
            } catch (bytes memory reason) {
                VM.assertTrue(bytes4(reason) == Karma.DailyCapExceeded.selector, "another reason");
            }
        }
        VM.assertLe(karma.totalSupply(), DAILY_CAP, "no more than the day's cap");
        VM.assertLt(DAILY_CAP / 2, karma.totalSupply(), "the attack was none");
    }

    function testAThiefStopsWhenTheTargetIsClosed() external {
        award(1, mallory, 1);
        manager.setTargetClosed(address(karma), true);
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, awarder));
        VM.prank(awarder);
        karma.awardRun(2, run(mallory, 1, 1), RULES);
        VM.prank(mallory);
        karma.transfer(bob, 1);
        VM.assertEq(karma.balanceOf(bob), 1, "members' karma still moves");
    }

    function testAThiefMovesNoLimitAndNoRole() external {
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, awarder);
        VM.startPrank(awarder);
        VM.expectRevert(refusal);
        karma.setDailyCap(type(uint256).max);
        VM.expectRevert(refusal);
        karma.setAuthority(mallory);
        VM.expectRevert(
            abi.encodeWithSelector(IAccessManager.AccessManagerUnauthorizedAccount.selector, awarder, 0)
        );
        manager.grantRole(AWARDER, mallory, 0);
        VM.stopPrank();
    }

    function testAThiefCannotBlockTheIdsOfAnHonestBatchUnseen() external {
        award(105, mallory, 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 105));
        VM.prank(awarder);
        karma.awardRun(100, run(alice, 1, 10), RULES);
        VM.assertTrue(karma.awarded(105), "and anyone can see whose it became");
    }

    /*//////////////////////////////////////////////////////////////
                            AWARDS
    //////////////////////////////////////////////////////////////*/

    function testAnIdIsUsedWhateverTheReplaySays() external {
        award(7, alice, 10);
        VM.warp(block.timestamp + 400 days);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 7));
        VM.prank(awarder);
        karma.awardRun(7, run(mallory, 1, 1), keccak256("other rules"));
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 7));
        VM.prank(awarder);
        karma.awardRun(0, run(mallory, 1, 8), RULES);
    }

    function testAStrangersRelayedAwardIsRefused() external {
        ERC2771Forwarder.ForwardRequestData memory order = orderOf(
            address(karma),
            abi.encodeCall(Karma.awardRun, (1, run(alice, 1, 1), RULES))
        );
        VM.expectRevert(bytes4(keccak256("FailedCall()")));
        VM.prank(awarder);
        forwarder.execute(order);
        VM.assertEq(karma.totalSupply(), 0, "who sends it does not lend it a role");
        manager.grantRole(AWARDER, alice, 0);
        forwarder.execute(order);
        VM.assertEq(karma.totalSupply(), 1, "the role was all that it lacked");
    }

    /*//////////////////////////////////////////////////////////////
                        SPOOFED SUFFIXES
    //////////////////////////////////////////////////////////////*/

    function testASuffixFromAnyoneButTheForwarderIsNoSender() external {
        award(1, alice, 10);
        bytes memory spend = abi.encodePacked(abi.encodeCall(Karma.spend, (10, "")), alice);
        send(mallory, spend, abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, mallory, 0, 10));
        bytes memory mint = abi.encodePacked(
            abi.encodeCall(Karma.awardRun, (2, run(mallory, 1, 1), RULES)),
            awarder
        );
        send(mallory, mint, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, mallory));
        VM.assertEq(karma.balanceOf(alice), 10, "alice keeps hers");
    }

    function testASuffixInsideAnOrderIsNoSenderEither() external {
        award(1, alice, 10);
        award(2, bob, 10);
        forwarder.execute(
            orderOf(address(karma), abi.encodePacked(abi.encodeCall(Karma.spend, (4, "")), bob))
        );
        VM.assertEq(karma.balanceOf(bob), 10, "bob keeps his");
        VM.assertEq(karma.balanceOf(alice), 6, "who signed, spent");
    }

    /*//////////////////////////////////////////////////////////////
                            SIGNATURES
    //////////////////////////////////////////////////////////////*/

    function testAPermitSentByAnotherStillAllowsOnlyWhomItNames() external {
        award(1, alice, 10);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 10, block.timestamp);
        VM.prank(mallory);
        karma.permit(alice, bob, 10, block.timestamp, v, r, s);
        VM.assertEq(karma.allowance(alice, mallory), 0, "mallory has nothing of it");
        VM.prank(bob);
        karma.spendFrom(alice, 10, "", false);
        VM.assertEq(karma.balanceOf(bob), 10, "bob has what alice signed");
    }

    function testAnotherTokensPermitIsNone() external {
        Karma other = new Karma(address(manager), address(forwarder), 1);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 10, block.timestamp);
        try other.permit(alice, bob, 10, block.timestamp, v, r, s) {
            VM.assertTrue(false, "another token took it");
        } catch (bytes memory reason) {
            VM.assertTrue(bytes4(reason) == KarmaLedger.ERC2612InvalidSigner.selector, "another reason");
        }
    }

    function testAForkedChainsPermitIsNone() external {
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 10, block.timestamp);
        VM.chainId(block.chainid + 1);
        VM.expectRevert();
        karma.permit(alice, bob, 10, block.timestamp, v, r, s);
        (v, r, s) = permitOf(bob, 10, block.timestamp);
        karma.permit(alice, bob, 10, block.timestamp, v, r, s);
        VM.assertEq(karma.allowance(alice, bob), 10, "this chain's own works");
        VM.chainId(block.chainid - 1);
    }

    /*//////////////////////////////////////////////////////////////
                            VOTES
    //////////////////////////////////////////////////////////////*/

    /// @notice A colluding awarder comes too late once a vote's snapshot is taken.
    function testAMintAfterASnapshotGivesNoVoteThere(uint64 late, uint96 amount, bool before) external {
        uint256 snapshot = block.timestamp;
        award(1, alice, 10);
        if (before) delegateAlice();
        VM.warp(snapshot + within(late, 1, 6 hours));
        award(2, alice, within(amount, 1, karma.BATCH_MINT_CAP()));
        if (!before) delegateAlice();
        VM.warp(block.timestamp + 1);
        VM.assertEq(karma.getPastVotes(alice, snapshot), before ? 10 : 0, "as it was at the snapshot");
        VM.assertEq(karma.getPastTotalSupply(snapshot), 10, "and so the quorum");
    }

    /// @notice Neither does karma lent around speak twice.
    function testLentKarmaSpeaksForNoOne(uint256 amount) external {
        award(1, alice, 1_000);
        delegateAlice();
        uint256 lent = within(amount, 0, 1_000);
        VM.prank(alice);
        karma.transfer(mallory, lent);
        VM.prank(mallory);
        karma.delegate(mallory);
        VM.assertEq(karma.getVotes(mallory), 0, "borrowed");
        VM.assertEq(karma.getVotes(alice), 1_000, "earned");
    }

    function delegateAlice() private {
        VM.prank(alice);
        karma.delegate(alice);
    }

    /// @dev Raw calldata, which must be refused with this.
    function send(address sender, bytes memory data, bytes memory refusal) private {
        VM.prank(sender);
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, bytes memory answer) = address(karma).call(data);
        VM.assertFalse(ok, "went through");
        VM.assertEq(answer, refusal, "refused for another reason");
    }
}
