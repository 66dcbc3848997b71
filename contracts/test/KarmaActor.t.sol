// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Karma} from "../Karma.sol";
import {Vm} from "./Vm.t.sol";

/// @title KarmaActor
/// @notice Acts at random on Karma within its rules and keeps its own books, so that any revert is a fault.
contract KarmaActor {
    /// @notice What the books said at the end of a second.
    struct Page {
        uint256 time;
        uint256 minted;
        uint256[5] votes;
    }

    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    /// @notice How many act here.
    uint256 public constant MEMBERS = 5;
    /// @dev A little more than one word of Karma's bitmap.
    uint64 private constant IDS = 300;
    bytes32 private constant DELEGATION =
        keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");

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
    /// @notice wei a member should hold.
    uint256[5] public holds;
    /// @notice wei a member should have earned.
    uint256[5] public earned;
    /// @notice Who should vote for a member: 1 + the other's number, 0 for no one.
    uint256[5] public voter;
    /// @dev One a second that had acts in it.
    Page[] private _pages;

    constructor(Karma karma_) {
        KARMA = karma_;
    }

    /*//////////////////////////////////////////////////////////////
                                ACTS
    //////////////////////////////////////////////////////////////*/

    /// @notice Sends a batch of a few awards somewhere in a small range of ids, so that overlaps are common.
    function award(uint64 seed, uint8 size, uint64 amount) external {
        uint64 first = seed % (IDS - 40);
        uint256[] memory packed = new uint256[]((size % 40) + 1);
        for (uint256 i = 0; i < packed.length; ++i)
            packed[i] = (uint256(uint160(member(i + seed))) << 96) | (uint256(amount % 1e18) + i + 1);
        try KARMA.awardRun(first, packed, "") {
            for (uint256 i = 0; i < packed.length; ++i)
                _book(first + uint64(i), (i + seed) % MEMBERS, uint256(amount % 1e18) + i + 1);
        } catch (bytes memory reason) {
            VM.assertTrue(bytes4(reason) == Karma.AwardUsed.selector, "an award failed for another reason");
        }
    }

    /// @notice One member pays another.
    function transfer(uint256 from, uint256 to, uint256 amount) external {
        uint256 value = amount % (holds[from % MEMBERS] + 1);
        VM.prank(member(from));
        KARMA.transfer(member(to), value);
        _bookMove(from, to, value);
    }

    /// @notice A member burns some.
    function spend(uint256 from, uint256 amount) external {
        uint256 value = amount % (holds[from % MEMBERS] + 1);
        VM.prank(member(from));
        KARMA.spend(value, "");
        _bookBurn(from, value);
    }

    /// @notice A member lets another take some.
    function spendFrom(uint256 from, uint256 by, uint256 amount, bool burn) external {
        uint256 value = amount % (holds[from % MEMBERS] + 1);
        VM.prank(member(from));
        KARMA.approve(member(by), value);
        VM.prank(member(by));
        KARMA.spendFrom(member(from), value, "", burn);
        if (burn) _bookBurn(from, value);
        else _bookMove(from, by, value);
    }

    /// @notice A member says who votes for it; now and then no one.
    function delegate(uint256 from, uint256 to) external {
        address delegatee = to % 4 == 0 ? address(0) : member(to);
        VM.prank(member(from));
        KARMA.delegate(delegatee);
        voter[from % MEMBERS] = to % 4 == 0 ? 0 : 1 + (to % MEMBERS);
    }

    /// @notice The same by a signature that someone else brings.
    function delegateBySig(uint256 from, uint256 to) external {
        uint256 nonce = KARMA.nonces(member(from));
        bytes32 message = keccak256(abi.encode(DELEGATION, member(to), nonce, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(
            1 + (from % MEMBERS),
            keccak256(abi.encodePacked("\x19\x01", KARMA.DOMAIN_SEPARATOR(), message))
        );
        KARMA.delegateBySig(member(to), nonce, block.timestamp, v, r, s);
        voter[from % MEMBERS] = 1 + (to % MEMBERS);
    }

    /// @notice Time passes, from a second up to six hours.
    function wait(uint16 time) external {
        Page storage page = _pages.push();
        (page.time, page.minted) = (block.timestamp, minted);
        for (uint256 i = 0; i < MEMBERS; ++i) page.votes[i] = votesOf(i);
        VM.warp(block.timestamp + 1 + (time % 6 hours));
    }

    /*//////////////////////////////////////////////////////////////
                        THE BOOKS, AND WHAT KARMA SAYS
    //////////////////////////////////////////////////////////////*/

    /// @notice What the members who chose this one should have earned together.
    function votesOf(uint256 delegatee) public view returns (uint256 sum) {
        for (uint256 i = 0; i < MEMBERS; ++i) if (voter[i] == delegatee + 1) sum += earned[i];
    }

    /// @notice How many seconds the books remember.
    function pages() external view returns (uint256) {
        return _pages.length;
    }

    /// @notice What they remember of one.
    function pageAt(uint256 number) external view returns (Page memory) {
        return _pages[number];
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

    /// @notice A member's address; its key is 1 + its number.
    function member(uint256 seed) public pure returns (address) {
        return VM.addr(1 + (seed % MEMBERS));
    }

    function _book(uint64 id, uint256 to, uint256 amount) private {
        if (_mintedIds[id]) ++doubleMints;
        _mintedIds[id] = true;
        ++idsMinted;
        minted += amount;
        holds[to] += amount;
        earned[to] += amount;
    }

    function _bookMove(uint256 from, uint256 to, uint256 value) private {
        holds[from % MEMBERS] -= value;
        holds[to % MEMBERS] += value;
    }

    function _bookBurn(uint256 from, uint256 value) private {
        holds[from % MEMBERS] -= value;
        burned += value;
    }
}
