// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Karma} from "../Karma.sol";
import {TradeEscrow} from "../TradeEscrow.sol";
import {Vm} from "./Vm.t.sol";

/// @title TradeActor
/// @notice Proposes trades at random and tries every act on them, by anyone and at any time. It keeps its own books of
/// what each act may do and of what moved: an act that its books allow must go through, any other must be refused, and
/// either way karma must have moved as the books say.
contract TradeActor {
    enum Act {
        Accept,
        Withdraw,
        Confirm,
        Dispute,
        Rule,
        Timeout
    }

    /// @notice What the books know of a trade.
    struct Entry {
        bytes32 id;
        address[2] parties;
        uint256 bond;
        uint256 acceptBy;
        uint256 confirmBy;
        /// 0 until there is a dispute
        uint256 ruleBy;
        bool[2] hasBond;
        bool[2] hasConfirmed;
        bool isOver;
        /// wei that came in, went back to members, and burned
        uint256 paid;
        uint256 returned;
        uint256 burned;
    }

    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant MEMBERS = 3;
    /// @dev The ruling window of the escrow under test, in seconds.
    uint256 private constant WINDOW = 1 hours;

    /// @dev Acts by number, those that lead further more often.
    bytes private constant WEIGHTS = hex"000000000102020203030304040405";

    Karma private immutable KARMA;
    TradeEscrow private immutable ESCROW;
    address private immutable ARBITER;

    Entry[] private _entries;
    uint256 private _open;
    uint256 private _throws;
    /// @notice Acts that went through, by kind.
    mapping(Act act => uint256 count) public done;

    constructor(Karma karma_, TradeEscrow escrow_, address arbiter_) {
        (KARMA, ESCROW, ARBITER) = (karma_, escrow_, arbiter_);
        for (uint256 i = 0; i < MEMBERS; ++i) {
            VM.prank(member(i));
            karma_.approve(address(escrow_), type(uint256).max);
        }
    }

    /// @notice One member offers another a trade, unless two are open: few, so that they are brought to an end.
    function propose(uint256 from, uint256 to, uint96 amount, uint16 first, uint16 second) external {
        if (_open == 2) return;
        ++_open;
        Entry memory entry;
        entry.parties = [member(from), member((from % MEMBERS) + 1 + (to % (MEMBERS - 1)))];
        entry.bond = (amount % 1_000) + 1;
        entry.acceptBy = block.timestamp + 1 + (first % 6 hours);
        entry.confirmBy = entry.acceptBy + 1 + (second % 6 hours);
        entry.hasBond[0] = true;
        entry.paid = entry.bond;
        uint256 before = KARMA.balanceOf(entry.parties[0]);
        VM.prank(entry.parties[0]);
        entry.id = ESCROW.propose(
            entry.parties[1],
            uint96(entry.bond),
            uint40(entry.acceptBy),
            uint40(entry.confirmBy),
            bytes32(_entries.length)
        );
        VM.assertEq(before - KARMA.balanceOf(entry.parties[0]), entry.bond, "the proposer paid another sum");
        _entries.push(entry);
    }

    /// @notice Somebody tries something with some trade.
    function act(uint256 seed) external {
        if (_entries.length == 0) return;
        // The fuzzer has favourite numbers; a hash has none.
        bytes32 dice = keccak256(abi.encode(seed, ++_throws));
        uint256 who = uint16(bytes2(dice));
        uint256 outcome = uint8(dice[2]) % 4;
        // One of the last three, so that both open and ended ones are tried.
        uint256 back = uint8(dice[3]) % 3;
        Entry storage entry = _entries[back < _entries.length ? _entries.length - 1 - back : 0];
        Act chosen = Act(uint8(WEIGHTS[uint8(dice[4]) % WEIGHTS.length]));
        address caller = who % 4 == 0 ? member(who) : _fit(entry, chosen, who);
        uint256[4] memory before = held(entry);
        VM.prank(caller);
        bool went = _try(entry.id, chosen, outcome);
        VM.assertTrue(went == _allows(entry, chosen, caller), "the escrow and the books differ on an act");
        uint256[4] memory owed = before;
        if (went) {
            ++done[chosen];
            owed = _book(entry, chosen, caller, outcome, before);
        }
        uint256[4] memory afterwards = held(entry);
        for (uint256 i = 0; i < 4; ++i) VM.assertEq(afterwards[i], owed[i], "karma moved otherwise than booked");
    }

    /// @notice Time passes, up to half an hour.
    function wait(uint16 time) external {
        VM.warp(block.timestamp + (time % 30 minutes));
    }

    /// @notice All trades of the books.
    function entries() external view returns (Entry[] memory) {
        return _entries;
    }

    /// @notice One of the members.
    function member(uint256 seed) public pure returns (address) {
        return address(uint160(0x1000 + (seed % MEMBERS)));
    }

    /// @dev What both parties and the escrow hold, and the supply.
    function held(Entry storage entry) private view returns (uint256[4] memory) {
        return [
            KARMA.balanceOf(entry.parties[0]),
            KARMA.balanceOf(entry.parties[1]),
            KARMA.balanceOf(address(ESCROW)),
            KARMA.totalSupply()
        ];
    }

    /// @dev Somebody who may do it at some time.
    function _fit(Entry storage entry, Act chosen, uint256 seed) private view returns (address) {
        if (chosen == Act.Rule) return ARBITER;
        if (chosen == Act.Withdraw) return entry.parties[0];
        return entry.parties[chosen == Act.Accept ? 1 : (seed >> 8) % 2];
    }

    function _try(bytes32 id, Act chosen, uint256 outcome) private returns (bool went) {
        bytes memory data;
        if (chosen == Act.Accept) data = abi.encodeCall(TradeEscrow.accept, (id));
        else if (chosen == Act.Withdraw) data = abi.encodeCall(TradeEscrow.withdraw, (id));
        else if (chosen == Act.Confirm) data = abi.encodeCall(TradeEscrow.confirm, (id));
        else if (chosen == Act.Dispute) data = abi.encodeCall(TradeEscrow.dispute, (id));
        else if (chosen == Act.Rule) data = abi.encodeCall(TradeEscrow.rule, (id, TradeEscrow.Slash(outcome)));
        else data = abi.encodeCall(TradeEscrow.timeout, (id));
        // solhint-disable-next-line avoid-low-level-calls
        (went, ) = address(ESCROW).call(data);
    }

    /// @dev The rules once more, said in another way.
    function _allows(Entry storage entry, Act chosen, address caller) private view returns (bool) {
        if (entry.isOver) return false;
        bool isBoth = entry.hasBond[1];
        bool isDisputed = entry.ruleBy != 0;
        if (chosen == Act.Timeout) return block.timestamp >= _deadline(entry);
        if (chosen == Act.Withdraw) return !isBoth && caller == entry.parties[0];
        if (block.timestamp >= _deadline(entry)) return false;
        if (chosen == Act.Accept) return !isBoth && caller == entry.parties[1];
        if (chosen == Act.Rule) return isDisputed && caller == ARBITER;
        if (!isBoth || isDisputed) return false;
        if (caller != entry.parties[0] && caller != entry.parties[1]) return false;
        return chosen == Act.Dispute || !entry.hasConfirmed[caller == entry.parties[0] ? 0 : 1];
    }

    function _deadline(Entry storage entry) private view returns (uint256) {
        if (entry.ruleBy != 0) return entry.ruleBy;
        return entry.hasBond[1] ? entry.confirmBy : entry.acceptBy;
    }

    /// @dev Writes down an act; returns what all must hold after it.
    function _book(
        Entry storage entry,
        Act chosen,
        address caller,
        uint256 outcome,
        uint256[4] memory owed
    ) private returns (uint256[4] memory) {
        if (chosen == Act.Dispute) entry.ruleBy = block.timestamp + WINDOW;
        if (chosen == Act.Accept) {
            entry.hasBond[1] = true;
            entry.paid += entry.bond;
            owed[1] -= entry.bond;
            owed[2] += entry.bond;
        }
        if (chosen == Act.Confirm) entry.hasConfirmed[caller == entry.parties[0] ? 0 : 1] = true;
        if (chosen == Act.Confirm && !(entry.hasConfirmed[0] && entry.hasConfirmed[1])) return owed;
        if (chosen == Act.Accept || chosen == Act.Dispute) return owed;
        return _end(entry, chosen == Act.Rule ? outcome : 0, owed);
    }

    /// @dev Each bond that is there leaves: burned when bit `side` of `slashed` says so, else back.
    function _end(Entry storage entry, uint256 slashed, uint256[4] memory owed) private returns (uint256[4] memory) {
        entry.isOver = true;
        --_open;
        for (uint256 side = 0; side < 2; ++side) {
            if (!entry.hasBond[side]) continue;
            owed[2] -= entry.bond;
            if ((slashed >> side) & 1 == 1) {
                owed[3] -= entry.bond;
                entry.burned += entry.bond;
            } else {
                owed[side] += entry.bond;
                entry.returned += entry.bond;
            }
        }
        return owed;
    }
}
