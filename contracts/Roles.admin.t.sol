// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title RolesAdminTest
/// @notice The powers over the roles themselves: ADMIN's alone, and each must be announced and waited for.
contract RolesAdminTest is GovFixture {
    function testNobodyElseHasAPowerOfAdmin() external {
        bytes[] memory powers = _adminPowers();
        address[7] memory others = [
            awarder,
            operator,
            arbiter,
            address(timelock),
            address(governor),
            alice,
            address(this)
        ];
        for (uint256 i = 0; i < powers.length; ++i) {
            for (uint256 j = 0; j < others.length; ++j) {
                bytes4 refusal = IAccessManager.AccessManagerUnauthorizedAccount.selector;
                VM.expectRevert(abi.encodeWithSelector(refusal, others[j], ADMIN));
                VM.prank(others[j]);
                _call(powers[i]);
                VM.expectRevert(_unauthorizedCall(others[j], powers[i]));
                VM.prank(others[j]);
                manager.schedule(address(manager), powers[i], 0);
            }
        }
    }

    function testEachPowerOfAdminIsAnnouncedAndWaitedFor() external {
        bytes[] memory powers = _adminPowers();
        for (uint256 i = 0; i < powers.length; ++i) {
            VM.startPrank(admin);
            _expectFor(powers[i], IAccessManager.AccessManagerNotScheduled.selector);
            _call(powers[i]);
            VM.expectRevert(_unauthorizedCall(admin, powers[i]));
            manager.schedule(address(manager), powers[i], uint48(block.timestamp) + ADMIN_DELAY - 1);
            manager.schedule(address(manager), powers[i], 0);
            VM.warp(block.timestamp + ADMIN_DELAY - 1);
            _expectFor(powers[i], IAccessManager.AccessManagerNotReady.selector);
            _call(powers[i]);
            manager.cancel(admin, address(manager), powers[i]);
            VM.warp(block.timestamp + 1);
            _expectFor(powers[i], IAccessManager.AccessManagerNotScheduled.selector);
            _call(powers[i]);
            VM.stopPrank();
        }
    }

    function testWhatAdminAnnouncedGoesThroughOnceAndWithinAWeek() external {
        bytes memory grant = abi.encodeCall(IAccessManager.grantRole, (AWARDER, carol, 0));
        VM.startPrank(admin);
        manager.schedule(address(manager), grant, 0);
        VM.warp(block.timestamp + ADMIN_DELAY + manager.expiration());
        _expectFor(grant, IAccessManager.AccessManagerExpired.selector);
        _call(grant);
        manager.schedule(address(manager), grant, 0);
        VM.warp(block.timestamp + ADMIN_DELAY + manager.expiration() - 1);
        _call(grant);
        _expectFor(grant, IAccessManager.AccessManagerNotScheduled.selector);
        _call(grant);
        VM.stopPrank();
        _expectHolds(AWARDER, carol, true);
    }

    function testAStolenAwarderKeyIsReplaced() external {
        bytes memory grant = abi.encodeCall(IAccessManager.grantRole, (AWARDER, carol, 0));
        bytes memory revoke = abi.encodeCall(IAccessManager.revokeRole, (AWARDER, awarder));
        VM.prank(guard);
        guardian.close(address(karma));
        bytes memory open = abi.encodeCall(IAccessManager.setTargetClosed, (address(karma), false));
        VM.startPrank(admin);
        manager.schedule(address(manager), grant, 0);
        manager.schedule(address(manager), revoke, 0);
        manager.schedule(address(manager), open, 0);
        VM.warp(block.timestamp + ADMIN_DELAY);
        _call(revoke);
        _call(grant);
        _call(open);
        VM.stopPrank();
        _expectUnauthorized(awarder);
        VM.prank(awarder);
        karma.awardRun(10, run(awarder, 1, 1), RULES);
        VM.prank(carol);
        karma.awardRun(10, run(bob, 1, 1), RULES);
        VM.assertEq(karma.lifetimeEarned(bob), 30e18 + 1, "awards go on");
    }

    /// @notice The delay cannot be dropped faster than it lasts: once to announce it, and once more to take effect.
    function testAdminsDelayFallsOnlyAfterTheDelayItHad() external {
        bytes memory hasten = abi.encodeCall(IAccessManager.grantRole, (ADMIN, admin, 0));
        _asAdmin(address(manager), hasten);
        _expectDelay(ADMIN_DELAY);
        VM.warp(block.timestamp + ADMIN_DELAY - 1);
        _expectDelay(ADMIN_DELAY);
        VM.warp(block.timestamp + 1);
        _expectDelay(0);
    }

    function testARoleHolderMayGiveItsRoleUpButNotOn() external {
        VM.startPrank(awarder);
        bytes4 refusal = IAccessManager.AccessManagerUnauthorizedAccount.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, awarder, ADMIN));
        manager.grantRole(AWARDER, carol, 0);
        manager.renounceRole(AWARDER, awarder);
        VM.stopPrank();
        _expectHolds(AWARDER, awarder, false);
        VM.expectRevert(IAccessManager.AccessManagerBadConfirmation.selector);
        VM.prank(awarder);
        manager.renounceRole(ADMIN, admin);
    }

    /// @notice The Guardian holds ADMIN; renouncing in its name would take the brake away.
    function testNobodyMakesTheGuardianGiveUp() external {
        address[3] memory others = [guard, admin, alice];
        for (uint256 i = 0; i < others.length; ++i) {
            VM.expectRevert(IAccessManager.AccessManagerBadConfirmation.selector);
            VM.prank(others[i]);
            manager.renounceRole(ADMIN, address(guardian));
        }
        _expectHolds(ADMIN, address(guardian), true);
    }

    function testOnlyTheManagerMovesAContractsAuthority() external {
        bytes memory move = abi.encodeCall(IAccessManager.updateAuthority, (address(karma), address(pass)));
        address[4] memory others = [awarder, guard, alice, address(timelock)];
        for (uint256 i = 0; i < others.length; ++i) {
            _expectUnauthorized(others[i]);
            VM.prank(others[i]);
            karma.setAuthority(address(pass));
        }
        _asAdmin(address(manager), move);
        VM.assertEq(karma.authority(), address(pass), "announced, waited for, moved");
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _unauthorizedCall(address caller, bytes memory data) private view returns (bytes memory) {
        bytes4 refusal = IAccessManager.AccessManagerUnauthorizedCall.selector;
        return abi.encodeWithSelector(refusal, caller, address(manager), bytes4(data));
    }

    /// @dev The next call fails with `reason` about this call of admin's.
    function _expectFor(bytes memory data, bytes4 reason) private {
        bytes32 operation = manager.hashOperation(admin, address(manager), data);
        VM.expectRevert(abi.encodeWithSelector(reason, operation));
    }

    function _expectHolds(uint64 role, address account, bool expected) private view {
        (bool held, ) = manager.hasRole(role, account);
        VM.assertTrue(held == expected, "role");
    }

    function _expectDelay(uint32 expected) private view {
        (, uint32 delay) = manager.hasRole(ADMIN, admin);
        VM.assertEq(delay, expected, "delay");
    }

    function _call(bytes memory data) private {
        // Any function of the AccessManager.
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(manager).call(data);
        VM.assertTrue(done, "the call was refused");
    }
}
