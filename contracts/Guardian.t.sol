// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {AccessPass} from "./AccessPass.sol";
import {Guardian} from "./Guardian.sol";
import {Karma} from "./Karma.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title GuardianTest
/// @notice A guardian may close a target, and nothing else.
contract GuardianTest is GovFixture {
    /*//////////////////////////////////////////////////////////////
                                CLOSE
    //////////////////////////////////////////////////////////////*/

    function testAGuardianClosesAtOnce() external {
        VM.expectEmit(address(manager));
        emit IAccessManager.TargetClosed(address(karma), true);
        _close(address(karma));
        VM.assertTrue(manager.isTargetClosed(address(karma)), "closed");
        VM.assertFalse(manager.isTargetClosed(address(pass)), "the others are open");
        _close(address(karma));
        VM.assertTrue(manager.isTargetClosed(address(karma)), "twice is once");
    }

    function testNobodyElseCloses() external {
        address[7] memory others = [
            address(this),
            admin,
            awarder,
            operator,
            arbiter,
            alice,
            address(timelock)
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            _expectUnauthorized(others[i]);
            VM.prank(others[i]);
            guardian.close(address(karma));
        }
        VM.assertFalse(manager.isTargetClosed(address(karma)), "open");
    }

    function testAClosedTargetRefusesEveryRole() external {
        _close(address(karma));
        _expectUnauthorized(awarder);
        VM.prank(awarder);
        karma.awardRun(10, run(alice, 1, 1), RULES);
        bytes memory data = abi.encodeCall(Karma.setDailyCap, (1));
        bytes memory refusal = abi.encodeWithSelector(
            IAccessManager.AccessManagerUnauthorizedCall.selector,
            admin,
            address(karma),
            Karma.setDailyCap.selector
        );
        VM.expectRevert(refusal);
        VM.prank(admin);
        manager.schedule(address(karma), data, 0);
    }

    function testWhatWasScheduledBeforeIsRefusedToo() external {
        bytes memory data = abi.encodeCall(Karma.setDailyCap, (1));
        VM.prank(admin);
        manager.schedule(address(karma), data, 0);
        VM.warp(block.timestamp + ADMIN_DELAY);
        _close(address(karma));
        _expectUnauthorized(admin);
        VM.prank(admin);
        karma.setDailyCap(1);
        VM.expectRevert(
            abi.encodeWithSelector(
                IAccessManager.AccessManagerUnauthorizedCall.selector,
                admin,
                address(karma),
                Karma.setDailyCap.selector
            )
        );
        VM.prank(admin);
        manager.execute(address(karma), data);
    }

    function testAVoteThatWonWaitsUntilFlagsAreOpenAgain() external {
        Proposal memory proposal = _flagProposal(7);
        _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        _close(address(flags));
        _expectUnauthorized(address(timelock));
        _execute(proposal);
        _asAdmin(address(manager), abi.encodeCall(IAccessManager.setTargetClosed, (address(flags), false)));
        _execute(proposal);
        (uint256 value, ) = flags.get(FLAG);
        VM.assertEq(value, 7, "not lost");
    }

    function testARaffleGoesOnToItsEndUnderAClosedContract() external {
        VM.startPrank(operator);
        uint256 drawn = raffle.create(1e18, 1, uint40(block.timestamp + 1 days), 0, 0);
        uint256 cancelled = raffle.create(2e18, 1, uint40(block.timestamp + 1 days), 0, 0);
        VM.stopPrank();
        VM.startPrank(alice);
        karma.approve(address(raffle), 3e18);
        raffle.enter(cancelled);
        VM.stopPrank();
        VM.prank(operator);
        raffle.cancel(cancelled);
        _close(address(raffle));
        raffle.refund(cancelled, alice);
        VM.prank(alice);
        raffle.enter(drawn);
        VM.warp(block.timestamp + 1 days);
        raffle.draw(drawn, beacon.sign(raffle.raffleOf(drawn).round));
        VM.prank(alice);
        raffle.claim(drawn, 0);
        raffle.settle(drawn);
        VM.assertEq(karma.balanceOf(alice), 59e18, "2 came back, 1 burned");
    }

    function testBondsComeBackFromAClosedEscrow() external {
        bytes32 trade = _disputed();
        _close(address(escrow));
        _expectUnauthorized(arbiter);
        VM.prank(arbiter);
        escrow.rule(trade, TradeEscrow.Slash.Both);
        VM.warp(block.timestamp + 7 days);
        escrow.timeout(trade);
        VM.assertEq(karma.balanceOf(alice), 60e18, "alice");
        VM.assertEq(karma.balanceOf(bob), 30e18, "bob");
    }

    function testMembersGoOnWithWhatIsClosed() external {
        bytes memory tier = abi.encodeCall(AccessPass.setTier, (1, AccessPass.Tier(1e18, 30 days, 0)));
        _asAdmin(address(pass), tier);
        _close(address(karma));
        _close(address(pass));
        _close(address(flags));
        VM.startPrank(alice);
        karma.spend(1e18, "");
        karma.transfer(bob, 1e18);
        karma.approve(bob, 1e18);
        karma.approve(address(pass), 1e18);
        pass.purchase(1, 1, 1e18);
        VM.stopPrank();
        (uint8 v, bytes32 r, bytes32 s) = permitOf(carol, 1e18, block.timestamp);
        karma.permit(alice, carol, 1e18, block.timestamp, v, r, s);
        VM.prank(carol);
        karma.spendFrom(alice, 1e18, "", false);
        _delegate(carol, carol);
        VM.assertEq(karma.balanceOf(alice), 56e18, "spent, sent, paid, taken");
        VM.assertTrue(pass.isActive(alice, 1), "pass");
        uint256 id = _open(_flagProposal(7));
        VM.assertEq(_vote(alice, id, FOR), 60e18, "and the vote goes on");
    }

    /*//////////////////////////////////////////////////////////////
                                OPEN
    //////////////////////////////////////////////////////////////*/

    function testAdminOpensAgainAfterItsDelay() external {
        _close(address(karma));
        bytes memory data = abi.encodeCall(IAccessManager.setTargetClosed, (address(karma), false));
        VM.startPrank(admin);
        bytes32 operation = manager.hashOperation(admin, address(manager), data);
        VM.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation));
        manager.setTargetClosed(address(karma), false);
        manager.schedule(address(manager), data, 0);
        VM.warp(block.timestamp + ADMIN_DELAY - 1);
        VM.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotReady.selector, operation));
        manager.setTargetClosed(address(karma), false);
        VM.warp(block.timestamp + 1);
        manager.setTargetClosed(address(karma), false);
        VM.stopPrank();
        award(10, alice, 1);
    }

    /*//////////////////////////////////////////////////////////////
                            NOTHING ELSE
    //////////////////////////////////////////////////////////////*/

    function testTheBrakeItselfCannotBeClosed() external {
        VM.expectRevert(abi.encodeWithSelector(Guardian.NotClosable.selector, address(guardian)));
        _close(address(guardian));
        VM.expectRevert(abi.encodeWithSelector(Guardian.NotClosable.selector, address(manager)));
        _close(address(manager));
        VM.assertFalse(manager.isTargetClosed(address(guardian)), "guardian");
        VM.assertFalse(manager.isTargetClosed(address(manager)), "manager");
    }

    /// @notice Every power of ADMIN, tried by the guardian on the AccessManager.
    function testAGuardianHasNoPowerOfAdmin() external {
        bytes[] memory powers = _adminPowers();
        for (uint256 i = 0; i < powers.length; ++i) {
            _expectNoAdmin(guard);
            VM.prank(guard);
            _call(address(manager), powers[i]);
            VM.expectRevert(
                abi.encodeWithSelector(
                    IAccessManager.AccessManagerUnauthorizedCall.selector,
                    guard,
                    address(manager),
                    bytes4(powers[i])
                )
            );
            VM.prank(guard);
            manager.schedule(address(manager), powers[i], 0);
            VM.expectRevert(
                abi.encodeWithSelector(
                    IAccessManager.AccessManagerUnauthorizedCall.selector,
                    guard,
                    address(manager),
                    bytes4(powers[i])
                )
            );
            VM.prank(guard);
            manager.execute(address(manager), powers[i]);
        }
    }

    function testAGuardianCannotCancelWhatAdminScheduled() external {
        bytes memory data = abi.encodeCall(Karma.setDailyCap, (1));
        VM.prank(admin);
        manager.schedule(address(karma), data, 0);
        VM.expectRevert(
            abi.encodeWithSelector(
                IAccessManager.AccessManagerUnauthorizedCancel.selector,
                guard,
                admin,
                address(karma),
                Karma.setDailyCap.selector
            )
        );
        VM.prank(guard);
        manager.cancel(admin, address(karma), data);
    }

    /// @notice The Guardian has ADMIN's power; none of ADMIN's calls, sent to it, gets through.
    function testTheGuardianPassesNothingOn() external {
        bytes[] memory powers = _adminPowers();
        for (uint256 i = 0; i < powers.length; ++i) {
            VM.prank(guard);
            // The outcome is what is tested.
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, ) = address(guardian).call(powers[i]);
            VM.assertFalse(done, "the Guardian has a function it should not have");
        }
    }

    function testNobodyButTheManagerMovesTheGuardiansAuthority() external {
        address[3] memory others = [guard, admin, address(this)];
        for (uint256 i = 0; i < others.length; ++i) {
            _expectUnauthorized(others[i]);
            VM.prank(others[i]);
            guardian.setAuthority(address(karma));
        }
    }

    function testARevokedGuardianClosesNoMore() external {
        _asAdmin(address(manager), abi.encodeCall(IAccessManager.revokeRole, (GUARDIAN, guard)));
        _expectUnauthorized(guard);
        _close(address(karma));
    }

    /// @notice The one setting under which the brake would not hold: shown, so that nobody makes it unknowing.
    function testATargetWithAnAdminDelayCannotBeClosedAtOnce() external {
        _asAdmin(
            address(manager),
            abi.encodeCall(IAccessManager.setTargetAdminDelay, (address(karma), 1 days))
        );
        VM.warp(block.timestamp + manager.minSetback());
        bytes memory data = abi.encodeCall(IAccessManager.setTargetClosed, (address(karma), true));
        bytes32 operation = manager.hashOperation(address(guardian), address(manager), data);
        VM.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation));
        _close(address(karma));
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _close(address target) private {
        VM.prank(guard);
        guardian.close(target);
    }

    /// @dev Makes the call, and hands its revert on.
    function _call(address target, bytes memory data) private {
        // Any function of the target.
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = target.call(data);
        VM.assertTrue(done, "expectRevert turns a refusal into success");
    }

    function _expectNoAdmin(address account) private {
        bytes4 refusal = IAccessManager.AccessManagerUnauthorizedAccount.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, account, ADMIN));
    }
}
