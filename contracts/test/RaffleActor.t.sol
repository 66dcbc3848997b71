// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRaffle} from "../IRaffle.sol";
import {Karma} from "../Karma.sol";
import {Raffle} from "../Raffle.sol";
import {RaffleBeacon} from "./RaffleBeacon.t.sol";
import {Vm} from "./Vm.t.sol";

/// @title RaffleActor
/// @notice Does anything to a few raffles at random, allowed or not. It keeps its own books of what each call must do,
/// from the rules and never from Raffle's answers, so that a call that works when it must not, or the reverse, is a fault.
contract RaffleActor {
    /// @notice What the books know of a raffle.
    struct Book {
        uint96 price;
        uint40 closesAt;
        uint16 winners;
        uint8 tier;
        uint8 state;
        /// wei put in and not yet given back or burned
        uint256 pot;
        /// in the order of entry
        address[] entrants;
    }

    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant MEMBERS = 5;
    uint256 private constant RAFFLES = 6;
    /// @dev So many members have a pass, for good; the fixture bought it.
    uint256 private constant PASSES = 4;
    uint8 private constant OPEN = uint8(IRaffle.State.Open);
    uint8 private constant CANCELLED = uint8(IRaffle.State.Cancelled);
    uint8 private constant EXPIRED = uint8(IRaffle.State.Expired);
    uint8 private constant DRAWN = uint8(IRaffle.State.Drawn);
    uint8 private constant SETTLED = uint8(IRaffle.State.Settled);

    Raffle private immutable RAFFLE;
    Karma private immutable KARMA;
    RaffleBeacon private immutable BEACON;

    Book[] private _books;
    mapping(uint256 id => mapping(address member => uint256 entries)) private _entered;
    mapping(uint256 id => mapping(address member => uint256 times)) private _refunded;
    mapping(uint256 id => mapping(address member => uint256 times)) private _claimed;
    mapping(uint256 id => bytes32 winners) private _seen;

    /// @notice wei burned by settling.
    uint256 public burned;

    constructor(Raffle raffle_, Karma karma_, RaffleBeacon beacon_) {
        RAFFLE = raffle_;
        KARMA = karma_;
        BEACON = beacon_;
        for (uint256 i = 0; i < MEMBERS; ++i) {
            VM.prank(member(i));
            karma_.approve(address(raffle_), type(uint256).max);
        }
        // Nobody has entered raffle 0.
        _books.push();
    }

    /*//////////////////////////////////////////////////////////////
                            WHAT MAY HAPPEN
    //////////////////////////////////////////////////////////////*/

    /// @notice A raffle opens, for some hours.
    function create(uint96 price, uint16 winners, uint40 time, uint8 tier) external {
        if (_books.length > RAFFLES) return;
        Book storage book = _books.push();
        book.price = price % 1_000;
        book.winners = (winners % 6) + 1;
        book.tier = tier % 2;
        book.closesAt = uint40(block.timestamp) + (time % 1 hours) + 10 minutes;
        book.state = OPEN;
        uint256 id = RAFFLE.create(book.price, book.winners, book.closesAt, book.tier, "");
        VM.assertEq(id, _books.length - 1, "ids are dense");
    }

    /// @notice Someone enters: once, while the raffle is open, with the pass it asks for.
    function enter(uint256 which, uint256 who) public {
        (uint256 id, address entrant) = (pick(which), member(who));
        Book storage book = _books[id];
        bool fits = book.tier == 0 || who % MEMBERS < PASSES;
        bool canPay = KARMA.balanceOf(entrant) >= book.price;
        bool allowed = isOpen(book) && _entered[id][entrant] == 0 && fits && canPay;
        VM.prank(entrant);
        if (!call(abi.encodeCall(Raffle.enter, (id)), allowed, "enter")) return;
        ++_entered[id][entrant];
        book.entrants.push(entrant);
        book.pot += book.price;
    }

    /// @notice Everyone tries to enter.
    function enterAll(uint256 which) external {
        for (uint256 i = 0; i < MEMBERS; ++i) enter(which, i);
    }

    /// @notice The operator calls a raffle off: while it is open.
    function cancel(uint256 which) external {
        uint256 id = pick(which);
        if (call(abi.encodeCall(Raffle.cancel, (id)), isOpen(_books[id]), "cancel")) _books[id].state = CANCELLED;
    }

    /// @notice Someone draws, with the right round's signature or the next one's: when closed, for 14 days.
    function draw(uint256 which, bool isRight) external {
        uint256 id = pick(which);
        Book storage book = _books[id];
        bool isTime = block.timestamp >= book.closesAt && block.timestamp < uint256(book.closesAt) + 14 days;
        uint64 round = BEACON.roundAfter(book.closesAt + RAFFLE.MARGIN());
        bytes memory signature = BEACON.sign(isRight ? round : round + 1);
        bool allowed = isTime && isRight && book.state == OPEN;
        if (!call(abi.encodeCall(Raffle.draw, (id, signature)), allowed, "draw")) return;
        book.state = DRAWN;
        _seen[id] = keccak256(abi.encode(RAFFLE.winnersOf(id)));
    }

    /// @notice Someone ends a raffle that was not drawn: after 14 days.
    function expire(uint256 which) external {
        uint256 id = pick(which);
        Book storage book = _books[id];
        bool allowed = book.state == OPEN && block.timestamp >= uint256(book.closesAt) + 14 days;
        if (call(abi.encodeCall(Raffle.expire, (id)), allowed, "expire")) book.state = EXPIRED;
    }

    /// @notice Someone refunds someone: once, when they entered and it was called off or expired.
    function refund(uint256 which, uint256 who) external {
        (uint256 id, address entrant) = (pick(which), member(who));
        Book storage book = _books[id];
        bool isOff = book.state == CANCELLED || book.state == EXPIRED;
        bool allowed = isOff && _entered[id][entrant] == 1 && _refunded[id][entrant] == 0;
        uint256 before = KARMA.balanceOf(entrant);
        if (!call(abi.encodeCall(Raffle.refund, (id, entrant)), allowed, "refund")) return;
        VM.assertEq(KARMA.balanceOf(entrant), before + book.price, "the stake came back");
        ++_refunded[id][entrant];
        book.pot -= book.price;
    }

    /// @notice Someone claims a place: its winner, once.
    function claim(uint256 which, uint256 who, uint8 where) external {
        (uint256 id, address entrant, uint256 place) = (pick(which), member(who), where % 7);
        Book storage book = _books[id];
        bool isDecided = book.state == DRAWN || book.state == SETTLED;
        bool allowed = isDecided && place < places(book) && _claimed[id][entrant] == 0;
        if (allowed) allowed = book.entrants[RAFFLE.winnersOf(id)[place]] == entrant;
        VM.prank(entrant);
        if (call(abi.encodeCall(Raffle.claim, (id, place)), allowed, "claim")) ++_claimed[id][entrant];
    }

    /// @notice Someone burns the pot: once, of a drawn raffle.
    function settle(uint256 which) external {
        uint256 id = pick(which);
        Book storage book = _books[id];
        if (!call(abi.encodeCall(Raffle.settle, (id)), book.state == DRAWN, "settle")) return;
        book.state = SETTLED;
        burned += book.pot;
        book.pot = 0;
    }

    /// @notice Time passes: minutes, and now and then days.
    function wait(uint32 time, uint8 chance) external {
        VM.warp(block.timestamp + (chance % 16 == 0 ? time % 15 days : time % 30 minutes));
    }

    /*//////////////////////////////////////////////////////////////
                            WHAT MUST HOLD
    //////////////////////////////////////////////////////////////*/

    /// @notice wei that all raffles together still owe or will burn, by the books.
    function pots() external view returns (uint256 sum) {
        for (uint256 id = 1; id < _books.length; ++id) sum += _books[id].pot;
    }

    /// @notice Checks that each raffle is where the books have it.
    function checkStates() external view {
        for (uint256 id = 1; id < _books.length; ++id) {
            IRaffle.Terms memory terms = RAFFLE.raffleOf(id);
            VM.assertEq(uint8(terms.state), _books[id].state, "state");
            VM.assertEq(terms.entries, _books[id].entrants.length, "entries");
            VM.assertEq(terms.price, _books[id].price, "price");
            VM.assertEq(terms.closesAt, _books[id].closesAt, "closes");
        }
    }

    /// @notice Checks that each entrant holds the ticket of their turn, used as the books say, and nobody else one.
    function checkTickets() external view {
        for (uint256 id = 1; id < _books.length; ++id) {
            address[] storage entrants = _books[id].entrants;
            for (uint256 turn = 0; turn < entrants.length; ++turn) {
                (uint32 number, IRaffle.TicketState state) = RAFFLE.ticketOf(id, entrants[turn]);
                VM.assertEq(number, turn, "ticket");
                VM.assertEq(uint256(state), uint256(fate(id, entrants[turn])), "use of the ticket");
            }
            for (uint256 i = 0; i < MEMBERS; ++i) {
                (, IRaffle.TicketState state) = RAFFLE.ticketOf(id, member(i));
                bool isHolder = state != IRaffle.TicketState.None;
                VM.assertEq(isHolder ? 1 : 0, _entered[id][member(i)], "one ticket a member");
            }
        }
    }

    /// @notice Checks that winners are distinct entries, as many as there should be, and never change.
    function checkWinners() external view {
        for (uint256 id = 1; id < _books.length; ++id) {
            Book storage book = _books[id];
            if (book.state != DRAWN && book.state != SETTLED) continue;
            uint256[] memory winners = RAFFLE.winnersOf(id);
            VM.assertEq(winners.length, places(book), "as many as prizes or entries");
            VM.assertEq(keccak256(abi.encode(winners)), _seen[id], "the same as at the draw");
            uint256 taken = 0;
            for (uint256 place = 0; place < winners.length; ++place) {
                VM.assertLt(winners[place], book.entrants.length, "an entry");
                VM.assertEq((taken >> winners[place]) & 1, 0, "distinct");
                taken |= 1 << winners[place];
            }
        }
    }

    /*//////////////////////////////////////////////////////////////
                                PRIVATE
    //////////////////////////////////////////////////////////////*/

    /// @dev Makes the call; a result other than the expected one is a fault.
    function call(bytes memory data, bool allowed, string memory what) private returns (bool isDone) {
        // solhint-disable-next-line avoid-low-level-calls
        (isDone, ) = address(RAFFLE).call(data);
        if (allowed) VM.assertTrue(isDone, string.concat(what, " was refused"));
        else VM.assertFalse(isDone, string.concat(what, " went through"));
    }

    function fate(uint256 id, address entrant) private view returns (IRaffle.TicketState) {
        if (_refunded[id][entrant] != 0) return IRaffle.TicketState.Refunded;
        return _claimed[id][entrant] == 0 ? IRaffle.TicketState.Held : IRaffle.TicketState.Claimed;
    }

    function isOpen(Book storage book) private view returns (bool) {
        return book.state == OPEN && block.timestamp < book.closesAt;
    }

    function places(Book storage book) private view returns (uint256) {
        return book.winners < book.entrants.length ? book.winners : book.entrants.length;
    }

    function pick(uint256 seed) private view returns (uint256) {
        return seed % _books.length;
    }

    function member(uint256 seed) private pure returns (address) {
        return address(uint160(0x1000 + (seed % MEMBERS)));
    }
}
