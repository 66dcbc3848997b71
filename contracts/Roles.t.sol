// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {AccessPass} from "./AccessPass.sol";
import {FeatureFlags} from "./FeatureFlags.sol";
import {Guardian} from "./Guardian.sol";
import {Karma} from "./Karma.sol";
import {IRaffle} from "./IRaffle.sol";
import {Raffle} from "./Raffle.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title RolesTest
/// @notice Every restricted function of every contract, tried by the holder of every role and by one who holds none.
contract RolesTest is GovFixture {
    struct Row {
        address target;
        uint64 role;
        /// a call that goes through for who may make it
        bytes data;
    }

    // Made by setUp, so that `cancel` and `rule` have something to end.
    uint256 private _raffle;
    bytes32 private _trade;

    function setUp() public override {
        super.setUp();
        _raffle = _createRaffle();
        _trade = _disputed();
    }

    /// @notice The table of the spec. A restricted function that is missing here belongs to ADMIN.
    function _table() private view returns (Row[] memory rows) {
        AccessPass.Tier memory tier = AccessPass.Tier({price: 1e18, period: 30 days, minEarned: 0});
        uint40 closesAt = uint40(block.timestamp + 1 days);
        bytes memory create = abi.encodeCall(Raffle.create, (1e18, 1, closesAt, 0, bytes32("prize")));
        rows = new Row[](8);
        rows[0] = Row(address(karma), AWARDER, abi.encodeCall(Karma.awardRun, (10, run(bob, 1e18, 3), RULES)));
        rows[1] = Row(address(karma), ADMIN, abi.encodeCall(Karma.setDailyCap, (5e18)));
        rows[2] = Row(address(pass), ADMIN, abi.encodeCall(AccessPass.setTier, (1, tier)));
        rows[3] = Row(address(raffle), RAFFLE_OPERATOR, create);
        rows[4] = Row(address(raffle), RAFFLE_OPERATOR, abi.encodeCall(Raffle.cancel, (_raffle)));
        rows[5] = Row(address(flags), GOVERNOR, abi.encodeCall(FeatureFlags.set, (FLAG, 7)));
        rows[6] = Row(address(guardian), GUARDIAN, abi.encodeCall(Guardian.close, (address(pass))));
        rows[7] = Row(
            address(escrow),
            ARBITER,
            abi.encodeCall(TradeEscrow.rule, (_trade, TradeEscrow.Slash.Counterparty))
        );
    }

    /// @dev Holders by role id, and last one without a role.
    function _holders() private view returns (address[7] memory) {
        return [admin, awarder, operator, arbiter, guard, address(timelock), alice];
    }

    /*//////////////////////////////////////////////////////////////
                                THE TABLE
    //////////////////////////////////////////////////////////////*/

    function testEachFunctionIsOfTheRoleOfTheTable() external view {
        Row[] memory rows = _table();
        for (uint256 i = 0; i < rows.length; ++i) {
            uint64 role = manager.getTargetFunctionRole(rows[i].target, bytes4(rows[i].data));
            VM.assertEq(role, rows[i].role, "role");
        }
    }

    function testEachRoleHasItsHolderAndNoOther() external view {
        address[7] memory holders = _holders();
        for (uint64 role = 0; role <= GOVERNOR; ++role) {
            for (uint256 i = 0; i < holders.length; ++i) {
                (bool held, uint32 delay) = manager.hasRole(role, holders[i]);
                VM.assertTrue(held == (i == role), "holder");
                VM.assertEq(delay, held && role == ADMIN ? ADMIN_DELAY : 0, "delay");
            }
            (bool deployer, ) = manager.hasRole(role, address(this));
            (bool brake, ) = manager.hasRole(role, address(guardian));
            VM.assertFalse(deployer, "the deployer kept nothing");
            VM.assertTrue(brake == (role == ADMIN), "the Guardian is an ADMIN and nothing else");
        }
    }

    /*//////////////////////////////////////////////////////////////
                                THE MATRIX
    //////////////////////////////////////////////////////////////*/

    function testEveryoneElseIsRefusedAndChangesNothing() external {
        Row[] memory rows = _table();
        address[7] memory holders = _holders();
        for (uint256 i = 0; i < rows.length; ++i) {
            for (uint256 j = 0; j < holders.length; ++j) {
                if (j != rows[i].role) _expectRefused(rows[i], holders[j]);
            }
        }
    }

    function testTheRightRoleGoesThrough() external {
        Row[] memory rows = _table();
        address[7] memory holders = _holders();
        for (uint256 i = 0; i < rows.length; ++i) {
            if (rows[i].role == ADMIN) continue;
            (bool immediate, uint32 delay) = _canCall(holders[rows[i].role], rows[i]);
            VM.assertTrue(immediate && delay == 0, "at once");
            VM.prank(holders[rows[i].role]);
            _call(rows[i]);
        }
        VM.assertEq(karma.balanceOf(bob), 32e18, "3 awarded, 1 slashed");
        VM.assertEq(raffle.count(), 2, "created");
        VM.assertEq(uint256(raffle.raffleOf(_raffle).state), uint256(IRaffle.State.Cancelled), "cancelled");
        VM.assertTrue(manager.isTargetClosed(address(pass)), "closed");
        (uint256 value, ) = flags.get(FLAG);
        VM.assertEq(value, 7, "set");
    }

    function testAdminsCallsWait() external {
        Row[] memory rows = _table();
        for (uint256 i = 0; i < rows.length; ++i) {
            if (rows[i].role != ADMIN) continue;
            (bool immediate, uint32 delay) = _canCall(admin, rows[i]);
            VM.assertTrue(!immediate && delay == ADMIN_DELAY, "not at once");
            bytes32 operation = manager.hashOperation(admin, rows[i].target, rows[i].data);
            _expectFromAdmin(rows[i], IAccessManager.AccessManagerNotScheduled.selector, operation);
            VM.prank(admin);
            manager.schedule(rows[i].target, rows[i].data, 0);
            VM.warp(block.timestamp + ADMIN_DELAY - 1);
            _expectFromAdmin(rows[i], IAccessManager.AccessManagerNotReady.selector, operation);
            VM.warp(block.timestamp + 1);
            VM.prank(admin);
            _call(rows[i]);
            _expectFromAdmin(rows[i], IAccessManager.AccessManagerNotScheduled.selector, operation);
        }
        VM.assertEq(karma.dailyCap(), 5e18, "cap");
        (uint96 price, , ) = pass.tiers(1);
        VM.assertEq(price, 1e18, "tier");
    }

    /// @notice No contract is beyond the brake, and behind it nobody is.
    function testUnderAClosedContractEveryRoleIsRefused() external {
        Row[] memory rows = _table();
        address[7] memory holders = _holders();
        for (uint256 i = 0; i < rows.length; ++i) {
            if (rows[i].target == address(guardian)) continue;
            VM.prank(guard);
            guardian.close(rows[i].target);
            for (uint256 j = 0; j < holders.length; ++j) _expectRefused(rows[i], holders[j]);
        }
    }

    /// @notice Who forgets to give a function a role gave it to ADMIN.
    function testWhatNobodyNamedBelongsToAdmin() external view {
        VM.assertEq(manager.getTargetFunctionRole(address(karma), bytes4("????")), ADMIN, "role");
        VM.assertEq(manager.getTargetFunctionRole(address(0xBEEF), Karma.awardRun.selector), ADMIN, "target");
        for (uint64 role = 0; role <= GOVERNOR; ++role) {
            VM.assertEq(manager.getRoleAdmin(role), ADMIN, "who grants");
            VM.assertEq(manager.getRoleGuardian(role), ADMIN, "who cancels");
        }
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _createRaffle() private returns (uint256) {
        VM.prank(operator);
        return raffle.create(1e18, 1, uint40(block.timestamp + 5 days), 0, 0);
    }

    function _canCall(address caller, Row memory row) private view returns (bool immediate, uint32 delay) {
        return manager.canCall(caller, row.target, bytes4(row.data));
    }

    function _expectRefused(Row memory row, address caller) private {
        (bool immediate, uint32 delay) = _canCall(caller, row);
        VM.assertTrue(!immediate && delay == 0, "neither now nor later");
        _expectUnauthorized(caller);
        VM.prank(caller);
        _call(row);
        VM.expectRevert(
            abi.encodeWithSelector(
                IAccessManager.AccessManagerUnauthorizedCall.selector,
                caller,
                row.target,
                bytes4(row.data)
            )
        );
        VM.prank(caller);
        manager.schedule(row.target, row.data, 0);
        VM.expectRevert(
            abi.encodeWithSelector(
                IAccessManager.AccessManagerUnauthorizedCall.selector,
                caller,
                row.target,
                bytes4(row.data)
            )
        );
        VM.prank(caller);
        manager.execute(row.target, row.data);
    }

    function _expectFromAdmin(Row memory row, bytes4 reason, bytes32 operation) private {
        VM.expectRevert(abi.encodeWithSelector(reason, operation));
        VM.prank(admin);
        _call(row);
    }

    /// @dev Makes the call; a refusal that was not expected fails the test.
    function _call(Row memory row) private {
        // Any function of any contract.
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = row.target.call(row.data);
        VM.assertTrue(done, "the call was refused");
    }
}
