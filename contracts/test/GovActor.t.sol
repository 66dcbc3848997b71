// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeatureFlags} from "../FeatureFlags.sol";
import {Karma} from "../Karma.sol";
import {SnpdGovernor} from "../SnpdGovernor.sol";
import {Vm} from "./Vm.t.sol";

/// @title GovActor
/// @notice Earns, moves, delegates, proposes, votes and executes at random, and keeps its own books of who may what: what
/// they allow must go through, and what they forbid must not.
contract GovActor {
    struct Book {
        uint256 id;
        /// what it sets the flag to
        uint256 value;
        uint256 snapshot;
        uint256 deadline;
        /// wei ever earned by all, at the snapshot
        uint256 total;
        mapping(address voter => uint256 weight) weights;
        mapping(address voter => bool isVoted) voted;
        uint256[3] tally;
        uint256 queuedAt;
        bool isExecuted;
        /// whether the snapshot's second is over and the weights are written down
        bool isFrozen;
    }

    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant MEMBERS = 5;
    bytes32 private constant FLAG = "flag";

    Karma private immutable KARMA;
    FeatureFlags private immutable FLAGS;
    SnpdGovernor private immutable GOVERNOR;
    address private immutable AWARDER;
    /// @dev Has always the votes to propose, and does nothing else.
    address private immutable PROPOSER;
    uint256 private immutable TIMELOCK_DELAY;

    /// @notice wei ever earned by all.
    uint256 public total;
    /// @notice What the last proposal that was executed set the flag to.
    uint256 public flag;
    /// @notice How far it came, for who wonders whether it came anywhere.
    uint256 public executed;
    mapping(address member => uint256 amount) private _earned;
    mapping(address member => address to) private _delegate;
    Book[] private _books;
    uint64 private _nextAward = 1_000;

    constructor(
        Karma karma_,
        FeatureFlags flags_,
        SnpdGovernor governor_,
        address awarder_,
        address proposer_,
        uint256 timelockDelay_
    ) {
        (KARMA, FLAGS, GOVERNOR) = (karma_, flags_, governor_);
        (AWARDER, PROPOSER, TIMELOCK_DELAY) = (awarder_, proposer_, timelockDelay_);
        total = karma_.totalSupply();
    }

    /*//////////////////////////////////////////////////////////////
                                KARMA
    //////////////////////////////////////////////////////////////*/

    /// @notice A member earns some.
    function award(uint256 who, uint64 amount) external {
        uint256[] memory packed = new uint256[](1);
        packed[0] = (uint256(uint160(_member(who))) << 96) | (uint256(amount) + 1);
        VM.prank(AWARDER);
        KARMA.awardRun(++_nextAward, packed, "");
        _earned[_member(who)] += uint256(amount) + 1;
        total += uint256(amount) + 1;
    }

    /// @notice One member pays another, and burns as much.
    function move(uint256 from, uint256 to, uint256 amount) external {
        uint256 half = (amount % (KARMA.balanceOf(_member(from)) + 1)) / 2;
        VM.startPrank(_member(from));
        KARMA.transfer(_member(to), half);
        KARMA.spend(half, "");
        VM.stopPrank();
    }

    /// @notice A member switches its vote on, gives it to another, or switches it off.
    function delegate(uint256 who, uint256 to) external {
        address delegatee = to % 4 == 0 ? address(0) : _member(to / 4);
        VM.prank(_member(who));
        KARMA.delegate(delegatee);
        _delegate[_member(who)] = delegatee;
    }

    /*//////////////////////////////////////////////////////////////
                                VOTES
    //////////////////////////////////////////////////////////////*/

    /// @notice A proposal to set the flag to something new, unless two are open.
    function propose() external {
        if (_books.length > 1 && block.timestamp <= _books[_books.length - 2].deadline) return;
        uint256 value = _books.length + 1;
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _calls(value);
        VM.prank(PROPOSER);
        uint256 id = GOVERNOR.propose(targets, values, calls, "why");
        Book storage book = _books.push();
        (book.id, book.value) = (id, value);
        book.snapshot = block.timestamp + GOVERNOR.votingDelay();
        book.deadline = book.snapshot + GOVERNOR.votingPeriod();
    }

    /// @notice Every member tries to vote on one proposal, in whatever state it is.
    /// @param sides two bits for each member: against, for, abstain, or not now; then one for each: by the forwarder
    function vote(uint256 which, uint16 sides) external {
        if (_books.length == 0) return;
        // The last one three times in four: else few are ever decided.
        Book storage book = _books[which % 4 == 0 ? (which / 4) % _books.length : _books.length - 1];
        for (uint256 i = 0; i < MEMBERS; ++i) {
            uint8 side = uint8((sides >> (2 * i)) & 3);
            if (side != 3) _vote(book, _member(i), side, (sides >> (2 * MEMBERS + i)) & 1 == 1);
        }
    }

    /// @notice Anyone tries to queue and to execute every proposal, in whatever state it is.
    function advance() public {
        for (uint256 i = 0; i < _books.length; ++i) {
            _execute(_books[i]);
            _queue(_books[i], isWon(i));
        }
    }

    function _vote(
        Book storage book,
        address voter,
        uint8 side,
        bool isRelayed
    ) private {
        uint256 weight = book.weights[voter];
        bool isOpen = book.isFrozen && block.timestamp <= book.deadline;
        bool may = isOpen && weight != 0 && !book.voted[voter];
        (bool success, bytes memory counted) = _cast(book.id, voter, side, isRelayed);
        VM.assertTrue(success == may, may ? "a vote was refused" : "a vote that should be refused");
        if (!success) return;
        VM.assertEq(abi.decode(counted, (uint256)), weight, "weight");
        book.voted[voter] = true;
        book.tally[side] += weight;
    }

    /// @dev By the voter, or as the forwarder hands on what the voter signed: with their address behind it.
    function _cast(
        uint256 id,
        address voter,
        uint8 side,
        bool isRelayed
    ) private returns (bool, bytes memory) {
        bytes memory data = abi.encodeCall(GOVERNOR.castVote, (id, side));
        VM.prank(isRelayed ? GOVERNOR.trustedForwarder() : voter);
        // solhint-disable-next-line avoid-low-level-calls
        return address(GOVERNOR).call(isRelayed ? abi.encodePacked(data, voter) : data);
    }

    function _queue(Book storage book, bool won) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _calls(book.value);
        bool may = won && book.queuedAt == 0;
        try GOVERNOR.queue(targets, values, calls, keccak256("why")) {
            VM.assertTrue(may, "queued what did not win");
            book.queuedAt = block.timestamp;
        } catch {
            VM.assertFalse(may, "what won was not queued");
        }
    }

    function _execute(Book storage book) private {
        (address[] memory targets, uint256[] memory values, bytes[] memory calls) = _calls(book.value);
        bool waited = book.queuedAt != 0 && block.timestamp >= book.queuedAt + TIMELOCK_DELAY;
        bool may = waited && !book.isExecuted;
        try GOVERNOR.execute(targets, values, calls, keccak256("why")) {
            VM.assertTrue(may, "executed what had not waited");
            (book.isExecuted, flag) = (true, book.value);
            ++executed;
        } catch {
            VM.assertFalse(may, "what won and waited was not executed");
        }
    }

    /// @notice Time passes, up to half an hour, and someone advances what can be. What the snapshots in between will see
    /// is what is now.
    function wait(uint16 time) external {
        uint256 later = block.timestamp + (time % 30 minutes);
        for (uint256 i = 0; i < _books.length; ++i) {
            Book storage book = _books[i];
            if (!book.isFrozen && book.snapshot < later) _freeze(book);
        }
        VM.warp(later);
        advance();
    }

    function _freeze(Book storage book) private {
        (book.isFrozen, book.total) = (true, total);
        for (uint256 i = 0; i < MEMBERS; ++i) book.weights[_delegate[_member(i)]] += _earned[_member(i)];
    }

    /*//////////////////////////////////////////////////////////////
                                BOOKS
    //////////////////////////////////////////////////////////////*/

    /// @notice How many proposals there are.
    function count() external view returns (uint256) {
        return _books.length;
    }

    /// @notice A proposal by its number.
    function idOf(uint256 which) external view returns (uint256) {
        return _books[which].id;
    }

    /// @notice Its votes by the books: against, for, abstained.
    function tallyOf(uint256 which) external view returns (uint256[3] memory) {
        return _books[which].tally;
    }

    /// @notice wei ever earned by all at its snapshot; 0 before.
    function totalOf(uint256 which) external view returns (uint256) {
        return _books[which].total;
    }

    /// @notice Whether, by the books, it won.
    function isWon(uint256 which) public view returns (bool) {
        Book storage book = _books[which];
        if (!book.isFrozen || block.timestamp <= book.deadline) return false;
        uint256 quorum = (book.total * GOVERNOR.quorumNumerator()) / 100;
        return book.tally[1] > book.tally[0] && book.tally[1] + book.tally[2] >= quorum;
    }

    function _calls(
        uint256 value
    ) private view returns (address[] memory targets, uint256[] memory values, bytes[] memory calls) {
        (targets, values, calls) = (new address[](1), new uint256[](1), new bytes[](1));
        targets[0] = address(FLAGS);
        calls[0] = abi.encodeCall(FeatureFlags.set, (FLAG, value));
    }

    function _member(uint256 seed) private pure returns (address) {
        return address(uint160(0x1000 + (seed % MEMBERS)));
    }
}
