// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Karma} from "./Karma.sol";
import {Fixture} from "./test/Fixture.t.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title KarmaTest
/// @notice A test per rule of earning karma.
contract KarmaTest is Fixture {
    function testIsATokenOf18Decimals() external view {
        VM.assertEq(karma.name(), "SNPD Karma", "name");
        VM.assertEq(karma.symbol(), "KARMA", "symbol");
        VM.assertEq(karma.decimals(), 18, "decimals");
        VM.assertEq(karma.totalSupply(), 0, "nothing minted at birth");
    }

    /*//////////////////////////////////////////////////////////////
                                EARN
    //////////////////////////////////////////////////////////////*/

    function testAwardMintsAndTellsSo() external {
        uint256[] memory packed = new uint256[](2);
        packed[0] = pack(alice, 10e18);
        packed[1] = pack(bob, 3);
        VM.expectEmit(address(karma));
        emit Karma.AwardBatch(7, 2, RULES);
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(address(0), alice, 10e18);
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(address(0), bob, 3);
        VM.prank(awarder);
        karma.awardRun(7, packed, RULES);
        VM.assertEq(karma.balanceOf(alice), 10e18, "alice");
        VM.assertEq(karma.balanceOf(bob), 3, "bob");
        VM.assertEq(karma.lifetimeEarned(alice), 10e18, "earned");
        VM.assertEq(karma.totalSupply(), 10e18 + 3, "supply");
    }

    function testAUsedIdRevertsTheWholeBatch() external {
        award(300, alice, 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 300));
        VM.prank(awarder);
        karma.awardRun(200, run(bob, 1, 200), RULES);
        VM.assertEq(karma.balanceOf(bob), 0, "nothing of the batch is left");
        VM.assertFalse(karma.awarded(200), "nor its ids");
    }

    function testABatchSentTwiceIsRefused() external {
        uint256[] memory packed = run(alice, 1, 500);
        VM.prank(awarder);
        karma.awardRun(1_000, packed, RULES);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 1_000));
        VM.prank(awarder);
        karma.awardRun(1_000, packed, RULES);
        VM.assertEq(karma.balanceOf(alice), 500, "minted once");
    }

    function testAFullBatchUsesItsIdsAndNoOther() external {
        VM.prank(awarder);
        karma.awardRun(1_023, run(alice, 1, 500), RULES);
        VM.assertFalse(karma.awarded(1_022), "before");
        for (uint64 id = 1_023; id < 1_523; ++id) VM.assertTrue(karma.awarded(id), "inside");
        VM.assertFalse(karma.awarded(1_523), "after");
    }

    function testALaterBatchLeavesEarlierIdsUsed() external {
        award(10, alice, 1);
        award(11, alice, 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, 10));
        VM.prank(awarder);
        karma.awardRun(10, run(alice, 1, 1), RULES);
    }

    function testTheLastIdIsTheOneBeforeTheEnd() external {
        award(type(uint64).max - 1, alice, 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, type(uint64).max));
        VM.prank(awarder);
        karma.awardRun(type(uint64).max, run(alice, 1, 1), RULES);
    }

    function testABatchHolds1To500Awards() external {
        VM.expectRevert(abi.encodeWithSelector(Karma.BatchSize.selector, 0));
        VM.prank(awarder);
        karma.awardRun(1, new uint256[](0), RULES);
        VM.expectRevert(abi.encodeWithSelector(Karma.BatchSize.selector, 501));
        VM.prank(awarder);
        karma.awardRun(1, run(alice, 1, 501), RULES);
    }

    function testAnAwardIsOfSomethingForSomeone() external {
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardEmpty.selector, 5));
        VM.prank(awarder);
        karma.awardRun(5, run(alice, 0, 1), RULES);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        VM.prank(awarder);
        karma.awardRun(5, run(address(0), 1, 1), RULES);
    }

    function testOnlyTheAwarderAwards() external {
        bytes memory refusal = abi.encodeWithSelector(
            IAccessManaged.AccessManagedUnauthorized.selector,
            address(this)
        );
        VM.expectRevert(refusal);
        karma.awardRun(1, run(address(this), 1, 1), RULES);
    }

    function testAnAwardIsCheckedWhereverItStands() external {
        uint256[] memory packed = run(alice, 1, 3);
        packed[2] = pack(alice, 0);
        VM.expectRevert(abi.encodeWithSelector(Karma.AwardEmpty.selector, 7));
        VM.prank(awarder);
        karma.awardRun(5, packed, RULES);
        packed[2] = pack(address(0), 1);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        VM.prank(awarder);
        karma.awardRun(5, packed, RULES);
        VM.assertFalse(karma.awarded(5), "nothing of it is left");
    }

    function testAMemberMayStandTwiceInABatch() external {
        uint256[] memory packed = run(alice, 4, 3);
        packed[1] = pack(bob, 1);
        VM.prank(awarder);
        karma.awardRun(1, packed, RULES);
        VM.assertEq(karma.balanceOf(alice), 8, "alice");
        VM.assertEq(karma.lifetimeEarned(alice), 8, "alice earned");
        VM.assertEq(karma.balanceOf(bob), 1, "bob");
        VM.assertEq(karma.totalSupply(), 9, "supply");
    }

    /*//////////////////////////////////////////////////////////////
                                LIMITS
    //////////////////////////////////////////////////////////////*/

    function testABatchMintsUpToItsCap() external {
        uint256 cap = karma.BATCH_MINT_CAP();
        uint256[] memory packed = run(alice, cap / 500, 500);
        packed[499] = pack(alice, cap / 500 + 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.BatchCapExceeded.selector, cap + 1, cap));
        VM.prank(awarder);
        karma.awardRun(1, packed, RULES);
        VM.expectRevert(abi.encodeWithSelector(Karma.BatchCapExceeded.selector, cap + 1, cap));
        VM.prank(awarder);
        karma.awardRun(1, run(alice, cap + 1, 1), RULES);
        award(1, alice, cap);
        VM.assertEq(karma.balanceOf(alice), cap, "the cap itself is minted");
    }

    function testNoAmountsWrapAroundTheBatchCap() external {
        uint256 most = type(uint96).max;
        VM.expectRevert(abi.encodeWithSelector(Karma.BatchCapExceeded.selector, most * 500, karma.BATCH_MINT_CAP()));
        VM.prank(awarder);
        karma.awardRun(1, run(alice, most, 500), RULES);
    }

    function testADayMintsUpToItsCap() external {
        awardMany(1, alice, DAILY_CAP - 1);
        award(100, alice, 1);
        refuseByDailyCap(101, DAILY_CAP + 1, DAILY_CAP);
        VM.warp(20_001 days - 1);
        refuseByDailyCap(101, DAILY_CAP + 1, DAILY_CAP);
        VM.warp(20_001 days);
        awardMany(101, alice, DAILY_CAP);
        refuseByDailyCap(200, DAILY_CAP + 1, DAILY_CAP);
    }

    function testQuietDaysDoNotAddUp() external {
        VM.warp(20_100 days);
        awardMany(1, alice, DAILY_CAP);
        refuseByDailyCap(100, DAILY_CAP + 1, DAILY_CAP);
    }

    function testBurningDoesNotReopenTheDay() external {
        awardMany(1, alice, DAILY_CAP);
        VM.prank(alice);
        karma.spend(DAILY_CAP, "");
        refuseByDailyCap(100, DAILY_CAP + 1, DAILY_CAP);
    }

    function testALoweredDailyCapHoldsAtOnce() external {
        award(1, alice, 10);
        karma.setDailyCap(9);
        VM.expectRevert(abi.encodeWithSelector(Karma.DailyCapExceeded.selector, 11, 9));
        VM.prank(awarder);
        karma.awardRun(2, run(alice, 1, 1), RULES);
    }

    function testTheAdminAloneMovesTheDailyCap() external {
        VM.expectEmit(address(karma));
        emit Karma.DailyCapSet(5);
        karma.setDailyCap(5);
        VM.assertEq(karma.dailyCap(), 5, "set");
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, awarder));
        VM.prank(awarder);
        karma.setDailyCap(type(uint256).max);
    }

    function testTheSupplyHasACap() external {
        uint256 cap = karma.SUPPLY_CAP();
        karma.setDailyCap(type(uint256).max);
        award(1, alice, 5);
        setCounters(cap - 1, 5);
        award(2, alice, 1);
        VM.expectRevert(abi.encodeWithSelector(Karma.SupplyCapExceeded.selector, cap + 1, cap));
        VM.prank(awarder);
        karma.awardRun(3, run(alice, 1, 1), RULES);
        VM.prank(alice);
        karma.spend(1, "");
        award(3, alice, 1);
        VM.assertEq(karma.totalSupply(), cap, "burned room is room again");
        VM.assertEq(karma.lifetimeEarned(alice), 7, "earned goes on");
    }

    /// @notice So lifetimeEarned outlasts its 112 bits.
    function testADayMintsNoMoreThanMayExist() external {
        uint256 cap = karma.SUPPLY_CAP();
        karma.setDailyCap(type(uint256).max);
        award(1, alice, 5);
        setCounters(5, cap - 1);
        award(2, alice, 1);
        refuseByDailyCap(3, cap + 1, cap);
    }

    /// @dev Years of awards at once: writes Karma's counters, which must be in one slot with the day.
    function setCounters(uint256 supply, uint256 today) private {
        uint256 day = (block.timestamp / 1 days) << 224;
        uint256 old = day | (karma.totalSupply() << 112) | karma.totalSupply();
        uint256 slot = 0;
        while (VM.load(address(karma), bytes32(slot)) != bytes32(old)) {
            VM.assertLt(slot, 30, "no such slot");
            ++slot;
        }
        VM.store(address(karma), bytes32(slot), bytes32(day | (today << 112) | supply));
    }

    /// @dev One wei more, as award `id`, is refused.
    function refuseByDailyCap(uint64 id, uint256 reached, uint256 cap) private {
        VM.expectRevert(abi.encodeWithSelector(Karma.DailyCapExceeded.selector, reached, cap));
        VM.prank(awarder);
        karma.awardRun(id, run(alice, 1, 1), RULES);
    }

    /*//////////////////////////////////////////////////////////////
                                FUZZ
    //////////////////////////////////////////////////////////////*/

    /// @notice Two runs are both minted if, and only if, they share no id.
    function testNoIdTwice(uint64 first, uint16 offset, uint16 sizeA, uint16 sizeB) external {
        uint64 start = uint64(within(first, 0, type(uint64).max - 4_096));
        uint64 other = start + uint64(within(offset, 0, 2_000));
        uint256 a = within(sizeA, 1, 500);
        uint256 b = within(sizeB, 1, 500);
        VM.prank(awarder);
        karma.awardRun(start, run(alice, 1, a), RULES);
        bool overlap = other < start + a;
        if (overlap) VM.expectRevert(abi.encodeWithSelector(Karma.AwardUsed.selector, other));
        VM.prank(awarder);
        karma.awardRun(other, run(bob, 1, b), RULES);
        VM.assertEq(karma.balanceOf(bob), overlap ? 0 : b, "all or nothing");
    }

    /// @notice Award `firstId + i` is the i-th Transfer after its AwardBatch, whatever stands between: so the mirror reads.
    function testTheIthTransferIsTheIthAward(uint256 seed, uint16 size) external {
        uint256[] memory packed = new uint256[](within(size, 1, 40));
        for (uint256 i = 0; i < packed.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            packed[i] = pack(address(uint160(within(seed, 1, 8))), within(seed >> 8, 1, 1e18));
        }
        VM.prank(address(1));
        karma.delegate(address(2));
        VM.recordLogs();
        VM.prank(awarder);
        karma.awardRun(9, packed, RULES);
        Vm.Log[] memory logs = VM.getRecordedLogs();
        VM.assertEq(logs[0].topics[0], Karma.AwardBatch.selector, "the batch comes first");
        VM.assertEq(logs[0].topics[1], bytes32(uint256(9)), "its first id");
        VM.assertEq(logs[0].data, abi.encode(packed.length, RULES), "its size and rules");
        uint256 transfers = 0;
        for (uint256 i = 1; i < logs.length; ++i) {
            if (logs[i].topics[0] != IERC20.Transfer.selector) continue;
            uint256 to = uint256(logs[i].topics[2]);
            VM.assertEq(logs[i].topics[1], bytes32(0), "a mint");
            VM.assertEq((to << 96) | uint256(bytes32(logs[i].data)), packed[transfers], "the award");
            ++transfers;
        }
        VM.assertEq(transfers, packed.length, "one each");
    }

    /// @notice Any address and any amount survive the packing.
    function testPacking(address to, uint96 amount, uint64 id) external {
        VM.assume(to != address(0) && amount != 0 && id != type(uint64).max);
        uint256 value = within(amount, 1, karma.BATCH_MINT_CAP());
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(address(0), to, value);
        award(id, to, value);
        VM.assertEq(karma.balanceOf(to), value, "balance");
        VM.assertTrue(karma.awarded(id), "used");
    }
}
