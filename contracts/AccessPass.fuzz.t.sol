// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {PassFixture} from "./test/PassFixture.t.sol";

/// @title AccessPassFuzzTest
/// @notice Any sequence of acts leaves a pass as a plain book of it says.
contract AccessPassFuzzTest is PassFixture {
    /// @dev The rules once more.
    struct Book {
        uint256 tier;
        uint256 end;
        uint256 paid;
    }

    uint256 private constant STEPS = 12;

    /// @notice Two purchases of one tier, any time apart: time bought is time had, and every period is paid.
    function testTimeBoughtIsTimeHad(uint16 first, uint16 second, uint32 gap) external {
        uint16 a = uint16(within(first, 1, 20));
        uint16 b = uint16(within(second, 1, 20));
        buy(1, a);
        VM.warp(start + gap);
        buy(1, b);
        uint256 ends = start + uint256(a) * 30 days;
        uint256 from = ends > block.timestamp ? ends : block.timestamp;
        expectExpiry(from + uint256(b) * 30 days, "expiry");
        VM.assertEq(karma.balanceOf(alice), 1_000 - (uint256(a) + b) * 20, "paid");
    }

    /// @notice An act goes through if, and only if, the book allows it, and does what the book says.
    function testAnySequenceIsAsBooked(uint256 seed) external {
        Book memory book;
        for (uint256 i = 0; i < STEPS; ++i) {
            bytes32 dice = keccak256(abi.encode(seed, i));
            VM.warp(block.timestamp + (uint256(dice) % 25 days));
            (bytes memory data, bool isAllowed) = step(book, dice);
            VM.prank(alice);
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, ) = address(pass).call(data);
            VM.assertTrue(done == isAllowed, "the pass and the book differ on an act");
            expectBook(book);
        }
    }

    function expectBook(Book memory book) private view {
        (uint8 tier, uint64 end) = pass.passes(alice);
        VM.assertEq(tier, book.tier, "tier");
        VM.assertEq(end, book.end, "end");
        VM.assertEq(karma.balanceOf(alice), 1_000 - book.paid, "paid");
        VM.assertEq(karma.totalSupply(), 1_000 - book.paid, "burned");
        for (uint8 asked = 0; asked < 4; ++asked) {
            bool isActive = block.timestamp < book.end && asked <= book.tier;
            VM.assertTrue(pass.isActive(alice, asked) == isActive, "active");
        }
    }

    /// @dev What alice tries next; books it when it is allowed.
    function step(Book memory book, bytes32 dice) private view returns (bytes memory data, bool isAllowed) {
        uint256 act = uint8(dice[0]) % 4;
        uint256 periods = uint8(dice[1]) % 4;
        uint256 tier = (uint8(dice[2]) % 3) + 1;
        if (act == 0) {
            isAllowed = book.tier != 0;
            if (isAllowed) book.end = 0;
            return (abi.encodeCall(pass.cancelSubscription, (token)), isAllowed);
        }
        if (act == 1) {
            uint256 spare = uint8(dice[3]) % 3 == 0 ? 1 days : 0;
            data = abi.encodeCall(pass.renewSubscription, (token, uint64(periods * period(book.tier) + spare)));
            return (data, book.tier != 0 && spare == 0 && sell(book, book.tier, periods));
        }
        data = abi.encodeCall(pass.purchase, (uint8(tier), uint16(periods), MAX));
        return (data, sell(book, tier, periods));
    }

    function sell(Book memory book, uint256 tier, uint256 periods) private view returns (bool) {
        uint256 price = periods * (tier == 1 ? 20 : 50);
        bool isRunning = block.timestamp < book.end;
        if (tier == 3 || periods == 0 || (isRunning && tier < book.tier)) return false;
        if (book.paid + price > 1_000) return false;
        uint256 from = isRunning && tier == book.tier ? book.end : block.timestamp;
        (book.tier, book.end, book.paid) = (tier, from + periods * period(tier), book.paid + price);
        return true;
    }

    function period(uint256 tier) private pure returns (uint256) {
        return tier == 1 ? 30 days : 10 days;
    }
}
