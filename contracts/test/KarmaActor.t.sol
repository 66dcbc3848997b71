// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Karma} from "../Karma.sol";
import {Vm} from "./Vm.t.sol";

/// @title KarmaActor
/// @notice Acts at random on Karma within its rules and keeps its own books, so that any revert is a fault.
contract KarmaActor {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant MEMBERS = 5;
    /// @dev A little more than one word of Karma's bitmap.
    uint64 private constant IDS = 300;

    Karma private immutable KARMA;

    /// @notice wei minted by batches that went through.
    uint256 public minted;
    /// @notice wei burned.
    uint256 public burned;
    /// @notice Awards in batches that went through.
    uint256 public idsMinted;
    /// @notice Awards whose id had been in an earlier batch.
    uint256 public doubleMints;
    mapping(uint64 id => bool isMinted) private _mintedIds;

    constructor(Karma karma_) {
        KARMA = karma_;
    }

    /// @notice Sends a batch of a few awards somewhere in a small range of ids, so that overlaps are common.
    function award(uint64 seed, uint8 size, uint64 amount) external {
        uint64 first = seed % (IDS - 40);
        uint256[] memory packed = new uint256[]((size % 40) + 1);
        for (uint256 i = 0; i < packed.length; ++i)
            packed[i] = (uint256(uint160(member(i + seed))) << 96) | (uint256(amount % 1e18) + 1);
        try KARMA.awardRun(first, packed, "") {
            _book(first, packed.length, uint256(amount % 1e18) + 1);
        } catch (bytes memory reason) {
            VM.assertTrue(bytes4(reason) == Karma.AwardUsed.selector, "an award failed for another reason");
        }
    }

    /// @notice One member pays another.
    function transfer(uint256 from, uint256 to, uint256 amount) external {
        uint256 balance = KARMA.balanceOf(member(from));
        VM.prank(member(from));
        KARMA.transfer(member(to), amount % (balance + 1));
    }

    /// @notice A member burns some.
    function spend(uint256 from, uint256 amount) external {
        uint256 value = amount % (KARMA.balanceOf(member(from)) + 1);
        VM.prank(member(from));
        KARMA.spend(value, "");
        burned += value;
    }

    /// @notice A member lets another take some.
    function spendFrom(uint256 from, uint256 by, uint256 amount, bool burn) external {
        uint256 value = amount % (KARMA.balanceOf(member(from)) + 1);
        VM.prank(member(from));
        KARMA.approve(member(by), value);
        VM.prank(member(by));
        KARMA.spendFrom(member(from), value, "", burn);
        if (burn) burned += value;
    }

    /// @notice Time passes, up to six hours.
    function wait(uint16 time) external {
        VM.warp(block.timestamp + (time % 6 hours));
    }

    /// @notice What Karma says of all members.
    function sumOfBalances() external view returns (uint256 sum) {
        for (uint256 i = 0; i < MEMBERS; ++i) sum += KARMA.balanceOf(member(i));
    }

    /// @notice What Karma says of all members.
    function sumOfEarned() external view returns (uint256 sum) {
        for (uint256 i = 0; i < MEMBERS; ++i) sum += KARMA.lifetimeEarned(member(i));
    }

    /// @notice How many ids Karma says are used.
    function idsMarked() external view returns (uint256 count) {
        for (uint64 id = 0; id < IDS; ++id) if (KARMA.awarded(id)) ++count;
    }

    function _book(uint64 first, uint256 count, uint256 amount) private {
        for (uint64 id = first; id < first + count; ++id) {
            if (_mintedIds[id]) ++doubleMints;
            _mintedIds[id] = true;
        }
        idsMinted += count;
        minted += count * amount;
    }

    function member(uint256 seed) private pure returns (address) {
        return address(uint160(0x1000 + (seed % MEMBERS)));
    }
}
