// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {AccessPass} from "./AccessPass.sol";
import {Draw} from "./Draw.sol";
import {IDrandBeacon} from "./IDrandBeacon.sol";
import {IRaffle} from "./IRaffle.sol";
import {Karma} from "./Karma.sol";
import {RaffleHead, RaffleHeadLib} from "./RaffleHead.sol";

/// @title Raffle
/// @notice Raffles paid in karma. The round of a public beacon that decides one is fixed when it is created and cannot
/// be known while entries are open; there is no redraw. From `closesAt` on, no role can change anything about it.
/// @dev Invariants. The contract's karma is at least the sum, over raffles that are open or drawn, of price x entries,
/// and over those that are cancelled or expired, of price x tickets not refunded. A raffle's tickets are 0 to
/// entries - 1, each held by one member, and a member holds one. States move along the graph of `State` alone.
contract Raffle is IRaffle, ERC2771Context, AccessManaged {
    using SafeERC20 for Karma;

    /// @dev A structure, and not the word itself, so that its place in storage is hashed once an entry.
    struct Ticket {
        /// the ticket's number, and its TicketState from bit 32 on
        uint256 word;
    }

    struct Record {
        RaffleHead head;
        bytes32 seed;
        bytes32 prizeHash;
        mapping(address member => Ticket ticket) tickets;
    }

    /*//////////////////////////////////////////////////////////////
                                LIMITS
    //////////////////////////////////////////////////////////////*/

    /// @notice Most prizes of a raffle: reading or claiming the last of them costs about 0.5 million gas.
    uint16 public constant MAX_WINNERS = 500;

    /// @notice Seconds a raffle may be open, so that a slip of the operator's cannot lock karma for good.
    uint40 public constant MAX_OPEN = 366 days;

    /// @notice Seconds after `closesAt` within which anyone may draw; then anyone may expire, and entries come back.
    uint40 public constant DRAW_WINDOW = 14 days;

    /*//////////////////////////////////////////////////////////////
                                STATE
    //////////////////////////////////////////////////////////////*/

    /// @notice The token that pays.
    Karma public immutable KARMA;

    /// @notice Where tiers are looked up.
    AccessPass public immutable PASS;

    /// @notice The source of randomness.
    IDrandBeacon public immutable BEACON;

    /// @notice Seconds between `closesAt` and the beacon's round: more than this chain's clock can lag behind the
    /// beacon's, or someone enters knowing the outcome.
    uint64 public immutable MARGIN;

    /// @notice Raffles created; their ids are 1 to `count`.
    uint256 public count;

    mapping(uint256 id => Record record) private _raffles;

    /// @param authority_ the AccessManager that knows the roles
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    /// @param karma_ the token that pays
    /// @param pass_ where tiers are looked up
    /// @param beacon_ the source of randomness
    /// @param margin_ seconds between `closesAt` and the deciding round
    constructor(
        address authority_,
        address forwarder_,
        Karma karma_,
        AccessPass pass_,
        IDrandBeacon beacon_,
        uint64 margin_
    ) ERC2771Context(forwarder_) AccessManaged(authority_) {
        if (margin_ >= DRAW_WINDOW) revert MarginTooLong(margin_, DRAW_WINDOW);
        KARMA = karma_;
        PASS = pass_;
        BEACON = beacon_;
        MARGIN = margin_;
    }

    /*//////////////////////////////////////////////////////////////
                        OPEN AND CALL OFF (OPERATOR)
    //////////////////////////////////////////////////////////////*/

    /// @notice Opens a raffle and fixes the round that decides it.
    /// @param price wei of karma for a ticket
    /// @param winners how many prizes
    /// @param closesAt unix seconds
    /// @param tier of the pass that an entrant needs; 0 for none
    /// @param prizeHash hash of the prizes' description
    function create(
        uint96 price,
        uint16 winners,
        uint40 closesAt,
        uint8 tier,
        bytes32 prizeHash
    ) external restricted returns (uint256 id) {
        if (winners == 0 || winners > MAX_WINNERS) revert WinnersOutOfRange(winners, MAX_WINNERS);
        uint256 latest = block.timestamp + MAX_OPEN;
        if (closesAt <= block.timestamp || closesAt > latest)
            revert ClosesAtOutOfRange(closesAt, block.timestamp, latest);
        id = ++count;
        uint56 round = SafeCast.toUint56(BEACON.roundAfter(uint256(closesAt) + MARGIN));
        Record storage raffle = _raffles[id];
        raffle.head = RaffleHeadLib.pack(price, closesAt, round, winners, tier, uint8(State.Open));
        raffle.prizeHash = prizeHash;
        emit RaffleCreated(id, price, winners, closesAt, tier, round, prizeHash);
    }

    /// @notice Calls a raffle off, as long as it is open to entries.
    function cancel(uint256 id) external restricted {
        RaffleHead head = _raffles[id].head;
        _requireOpen(id, head);
        _raffles[id].head = head.withState(uint8(State.Cancelled));
        emit Cancelled(id);
    }

    /*//////////////////////////////////////////////////////////////
                                ENTER
    //////////////////////////////////////////////////////////////*/

    /// @notice Buys the caller's one ticket, out of the allowance that the caller gave this contract.
    function enter(uint256 id) public {
        address member = _msgSender();
        Record storage raffle = _raffles[id];
        RaffleHead head = raffle.head;
        _requireOpen(id, head);
        Ticket storage ticket = raffle.tickets[member];
        uint256 held = ticket.word;
        if (held != 0) revert AlreadyEntered(id, member, uint32(held));
        uint8 tier = head.tier();
        if (tier != 0 && !PASS.isActive(member, tier)) revert PassNeeded(member, tier);
        uint32 number = head.entries();
        raffle.head = head.withEntry();
        ticket.word = _ticket(number, TicketState.Held);
        emit Entered(id, member, number);
        // A stake, not yet spent: plain ERC-20, which also costs 2,000 gas less than spendFrom. Karma never returns false.
        KARMA.transferFrom(member, address(this), head.price());
    }

    /// @notice The same with an ERC-2612 permit over the ticket's price, so that no approval is needed before.
    function enterWithPermit(uint256 id, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        // Anyone may have sent the permit first: what counts is the allowance, which transferFrom checks.
        // solhint-disable-next-line no-empty-blocks
        try KARMA.permit(_msgSender(), address(this), _raffles[id].head.price(), deadline, v, r, s) {} catch {}
        enter(id);
    }

    /*//////////////////////////////////////////////////////////////
                        DRAW, CLAIM, SETTLE (ANYONE)
    //////////////////////////////////////////////////////////////*/

    /// @notice Fixes the winners by the beacon's signature over the raffle's round.
    /// @param signature the point of G1, uncompressed, 96 bytes
    function draw(uint256 id, bytes calldata signature) external {
        RaffleHead head = _inState(id, State.Open);
        uint40 closesAt = head.closesAt();
        if (block.timestamp < closesAt) revert StillOpen(id, closesAt);
        uint256 deadline = uint256(closesAt) + DRAW_WINDOW;
        if (block.timestamp >= deadline) revert DrawTooLate(id, deadline);
        bytes32 seed = Draw.seedOf(BEACON.verify(head.round(), signature), id);
        _raffles[id].head = head.withState(uint8(State.Drawn));
        _raffles[id].seed = seed;
        emit Drawn(id, head.round(), seed);
    }

    /// @notice The caller asks for the prize of a place that the caller's ticket won.
    /// @param place from 0
    function claim(uint256 id, uint256 place) external {
        address member = _msgSender();
        RaffleHead head = _decided(id);
        uint32 ticket = _use(id, member, TicketState.Claimed);
        uint256 places = _places(head);
        if (place >= places) revert NoSuchPlace(place, places);
        uint256 winner = Draw.winners(_raffles[id].seed, head.entries(), place + 1)[place];
        if (winner != ticket) revert NotTheWinner(place, winner, ticket);
        emit Claimed(id, member, place);
    }

    /// @notice Burns the pot of a drawn raffle.
    function settle(uint256 id) external {
        RaffleHead head = _inState(id, State.Drawn);
        _raffles[id].head = head.withState(uint8(State.Settled));
        uint256 amount = uint256(head.price()) * head.entries();
        emit Settled(id, amount);
        KARMA.spend(amount, spendRef(id));
    }

    /*//////////////////////////////////////////////////////////////
                        EXPIRE AND REFUND (ANYONE)
    //////////////////////////////////////////////////////////////*/

    /// @notice Ends a raffle that nobody drew within `DRAW_WINDOW` after it closed.
    function expire(uint256 id) external {
        RaffleHead head = _inState(id, State.Open);
        uint256 deadline = uint256(head.closesAt()) + DRAW_WINDOW;
        if (block.timestamp < deadline) revert DrawStillPossible(id, deadline);
        _raffles[id].head = head.withState(uint8(State.Expired));
        emit Expired(id);
    }

    /// @notice Gives a member's stake in a cancelled or expired raffle back, once.
    function refund(uint256 id, address member) external {
        RaffleHead head = _raffles[id].head;
        State state = State(head.state());
        if (state != State.Cancelled && state != State.Expired) revert WrongState(id, state);
        _use(id, member, TicketState.Refunded);
        uint256 amount = head.price();
        emit Refunded(id, member, amount);
        KARMA.safeTransfer(member, amount);
    }

    /*//////////////////////////////////////////////////////////////
                                READ
    //////////////////////////////////////////////////////////////*/

    /// @notice A raffle as it is now; state None when there is no such raffle.
    function raffleOf(uint256 id) external view returns (Terms memory) {
        Record storage record = _raffles[id];
        RaffleHead head = record.head;
        return
            Terms({
                price: head.price(),
                closesAt: head.closesAt(),
                round: head.round(),
                entries: head.entries(),
                winners: head.winners(),
                tier: head.tier(),
                state: State(head.state()),
                seed: record.seed,
                prizeHash: record.prizeHash
            });
    }

    /// @notice A member's ticket in a raffle: its number, from 0 in the order of entry, and what became of it.
    function ticketOf(uint256 id, address member) external view returns (uint32 number, TicketState state) {
        uint256 word = _raffles[id].tickets[member].word;
        return (uint32(word), TicketState(word >> 32));
    }

    /// @notice The tickets that won a drawn raffle, in the order of the prizes; fewer than prizes when fewer entered.
    function winnersOf(uint256 id) external view returns (uint256[] memory) {
        RaffleHead head = _decided(id);
        return Draw.winners(_raffles[id].seed, head.entries(), _places(head));
    }

    /// @notice The `ref` of a raffle's `Spent` events: "raffle", and the id in the last bytes.
    function spendRef(uint256 id) public pure returns (bytes32) {
        return bytes32("raffle") | bytes32(id);
    }

    /*//////////////////////////////////////////////////////////////
                                PRIVATE
    //////////////////////////////////////////////////////////////*/

    /// @dev Uses a ticket up, for good: as a claim or as a refund.
    function _use(uint256 id, address member, TicketState becomes) private returns (uint32 number) {
        Ticket storage ticket = _raffles[id].tickets[member];
        uint256 word = ticket.word;
        TicketState state = TicketState(word >> 32);
        if (state != TicketState.Held) revert TicketUnusable(id, member, state);
        number = uint32(word);
        ticket.word = _ticket(number, becomes);
    }

    /// @dev The raffle takes entries now.
    function _requireOpen(uint256 id, RaffleHead head) private view {
        if (head.state() != uint8(State.Open)) revert WrongState(id, State(head.state()));
        if (block.timestamp >= head.closesAt()) revert Closed(id, head.closesAt());
    }

    function _inState(uint256 id, State wanted) private view returns (RaffleHead head) {
        head = _raffles[id].head;
        if (head.state() != uint8(wanted)) revert WrongState(id, State(head.state()));
    }

    function _decided(uint256 id) private view returns (RaffleHead head) {
        head = _raffles[id].head;
        State state = State(head.state());
        if (state != State.Drawn && state != State.Settled) revert WrongState(id, state);
    }

    function _places(RaffleHead head) private pure returns (uint256) {
        return Math.min(head.winners(), head.entries());
    }

    function _ticket(uint32 number, TicketState state) private pure returns (uint256) {
        return (uint256(state) << 32) | number;
    }

    /*//////////////////////////////////////////////////////////////
                            WHO IS CALLING
    //////////////////////////////////////////////////////////////*/

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}
