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
import {Karma} from "./Karma.sol";

/// @title Raffle
/// @notice Raffles paid in karma. The round of a public beacon that decides one is fixed when it is created and cannot
/// be known while entries are open; there is no redraw. From `closesAt` on, no role can change anything about it.
/// @dev Invariants. The contract's karma is at least the sum, over raffles that are open or drawn, of price x entries,
/// and over those that are cancelled or expired, of price x tickets not refunded. A raffle's tickets are 0 to
/// entries - 1, each held by one member, and a member holds one. States move along the graph of `State` alone.
contract Raffle is ERC2771Context, AccessManaged {
    using SafeERC20 for Karma;

    /// @notice Open -> Cancelled | Expired | Drawn; Drawn -> Settled.
    enum State {
        None,
        Open,
        Cancelled,
        Expired,
        Drawn,
        Settled
    }

    /// @notice Held -> Refunded | Claimed.
    enum TicketState {
        None,
        Held,
        Refunded,
        Claimed
    }

    /// @notice One raffle. All that an entry or a draw reads is in the first slot.
    struct Terms {
        /// wei of karma a ticket costs
        uint96 price;
        /// unix seconds; from then on nobody enters and nobody cancels
        uint40 closesAt;
        /// the beacon's round that decides
        uint56 round;
        /// tickets sold
        uint32 entries;
        /// prizes
        uint16 winners;
        /// of the pass that an entrant needs; 0 when none is
        uint8 tier;
        State state;
        /// 0 until drawn
        bytes32 seed;
        /// hash of the prizes' description, so that nobody rewrites it
        bytes32 prizeHash;
    }

    /// @notice What a member holds in one raffle.
    struct Ticket {
        /// from 0, in the order of entry
        uint32 number;
        TicketState state;
    }

    /*//////////////////////////////////////////////////////////////
                                LIMITS
    //////////////////////////////////////////////////////////////*/

    /// @notice Most prizes of a raffle: claiming the last of them costs about 0.3 million gas.
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

    mapping(uint256 id => Terms terms) private _raffles;

    /// @notice A member's ticket in a raffle.
    mapping(uint256 id => mapping(address member => Ticket ticket)) public ticketOf;

    /*//////////////////////////////////////////////////////////////
                            EVENTS AND ERRORS
    //////////////////////////////////////////////////////////////*/

    /// @notice A raffle opened, to be decided by the beacon's `round`.
    event RaffleCreated(
        uint256 indexed id,
        uint96 price,
        uint16 winners,
        uint40 closesAt,
        uint8 tier,
        uint64 round,
        bytes32 prizeHash
    );

    /// @notice `member` bought `ticket`.
    event Entered(uint256 indexed id, address indexed member, uint32 ticket);

    /// @notice The raffle was called off before it closed; its entries can be refunded.
    event Cancelled(uint256 indexed id);

    /// @notice No draw came in time; its entries can be refunded.
    event Expired(uint256 indexed id);

    /// @notice `member` got `amount` wei back.
    event Refunded(uint256 indexed id, address indexed member, uint256 amount);

    /// @notice The winners are fixed: those that `seed` gives.
    event Drawn(uint256 indexed id, uint64 round, bytes32 seed);

    /// @notice `member` asked for the prize of `place`, from 0.
    event Claimed(uint256 indexed id, address indexed member, uint256 place);

    /// @notice The pot burned, `amount` wei.
    event Settled(uint256 indexed id, uint256 amount);

    /// @notice A draw must be possible: the margin stays below `cap` seconds.
    error MarginTooLong(uint64 margin, uint64 cap);

    /// @notice A raffle has 1 to `cap` prizes.
    error WinnersOutOfRange(uint16 winners, uint16 cap);

    /// @notice A raffle closes after `now_` and at `latest` at the latest.
    error ClosesAtOutOfRange(uint40 closesAt, uint256 now_, uint256 latest);

    /// @notice This cannot be done with a raffle in `state`; `None` when there is no such raffle.
    error WrongState(uint256 id, State state);

    /// @notice The raffle closed at `closesAt`.
    error Closed(uint256 id, uint40 closesAt);

    /// @notice The raffle is open until `closesAt`.
    error StillOpen(uint256 id, uint40 closesAt);

    /// @notice The draw was due before `deadline`.
    error DrawTooLate(uint256 id, uint256 deadline);

    /// @notice A draw may come until `deadline`.
    error DrawStillPossible(uint256 id, uint256 deadline);

    /// @notice `member` has no running pass of `tier` or above.
    error PassNeeded(address member, uint8 tier);

    /// @notice `member` has `ticket` already.
    error AlreadyEntered(uint256 id, address member, uint32 ticket);

    /// @notice The ticket of `member` cannot be used: there is none, or it was used.
    error TicketUnusable(uint256 id, address member, TicketState state);

    /// @notice The raffle has `places` places, counted from 0.
    error NoSuchPlace(uint256 place, uint256 places);

    /// @notice Another ticket than the caller's won this place.
    error NotTheWinner(uint256 place, uint256 winner, uint32 ticket);

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
        Terms storage raffle = _raffles[id];
        raffle.price = price;
        raffle.closesAt = closesAt;
        raffle.round = round;
        raffle.winners = winners;
        raffle.tier = tier;
        raffle.state = State.Open;
        raffle.prizeHash = prizeHash;
        emit RaffleCreated(id, price, winners, closesAt, tier, round, prizeHash);
    }

    /// @notice Calls a raffle off, as long as it is open to entries.
    function cancel(uint256 id) external restricted {
        Terms storage raffle = _inState(id, State.Open);
        if (block.timestamp >= raffle.closesAt) revert Closed(id, raffle.closesAt);
        raffle.state = State.Cancelled;
        emit Cancelled(id);
    }

    /*//////////////////////////////////////////////////////////////
                                ENTER
    //////////////////////////////////////////////////////////////*/

    /// @notice Buys the caller's one ticket, out of the allowance that the caller gave this contract.
    function enter(uint256 id) public {
        address member = _msgSender();
        Terms storage raffle = _inState(id, State.Open);
        if (block.timestamp >= raffle.closesAt) revert Closed(id, raffle.closesAt);
        Ticket memory held = ticketOf[id][member];
        if (held.state != TicketState.None) revert AlreadyEntered(id, member, held.number);
        uint8 tier = raffle.tier;
        if (tier != 0 && !PASS.isActive(member, tier)) revert PassNeeded(member, tier);
        uint32 number = raffle.entries++;
        ticketOf[id][member] = Ticket({number: number, state: TicketState.Held});
        emit Entered(id, member, number);
        KARMA.spendFrom(member, raffle.price, spendRef(id), false);
    }

    /// @notice The same with an ERC-2612 permit over the ticket's price, so that no approval is needed before.
    function enterWithPermit(uint256 id, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        // Anyone may have sent the permit first: what counts is the allowance, which spendFrom checks.
        // solhint-disable-next-line no-empty-blocks
        try KARMA.permit(_msgSender(), address(this), _raffles[id].price, deadline, v, r, s) {} catch {}
        enter(id);
    }

    /*//////////////////////////////////////////////////////////////
                        DRAW, CLAIM, SETTLE (ANYONE)
    //////////////////////////////////////////////////////////////*/

    /// @notice Fixes the winners by the beacon's signature over the raffle's round.
    /// @param signature the point of G1, uncompressed, 96 bytes
    function draw(uint256 id, bytes calldata signature) external {
        Terms storage raffle = _inState(id, State.Open);
        if (block.timestamp < raffle.closesAt) revert StillOpen(id, raffle.closesAt);
        uint256 deadline = uint256(raffle.closesAt) + DRAW_WINDOW;
        if (block.timestamp >= deadline) revert DrawTooLate(id, deadline);
        uint56 round = raffle.round;
        bytes32 seed = Draw.seedOf(BEACON.verify(round, signature), id);
        raffle.state = State.Drawn;
        raffle.seed = seed;
        emit Drawn(id, round, seed);
    }

    /// @notice The caller asks for the prize of a place that the caller's ticket won.
    /// @param place from 0
    function claim(uint256 id, uint256 place) external {
        address member = _msgSender();
        Terms storage raffle = _decided(id);
        Ticket storage ticket = ticketOf[id][member];
        if (ticket.state != TicketState.Held) revert TicketUnusable(id, member, ticket.state);
        uint256 places = _places(raffle);
        if (place >= places) revert NoSuchPlace(place, places);
        uint256 winner = Draw.winners(raffle.seed, raffle.entries, place + 1)[place];
        if (winner != ticket.number) revert NotTheWinner(place, winner, ticket.number);
        ticket.state = TicketState.Claimed;
        emit Claimed(id, member, place);
    }

    /// @notice Burns the pot of a drawn raffle.
    function settle(uint256 id) external {
        Terms storage raffle = _inState(id, State.Drawn);
        raffle.state = State.Settled;
        uint256 amount = uint256(raffle.price) * raffle.entries;
        emit Settled(id, amount);
        KARMA.spend(amount, spendRef(id));
    }

    /*//////////////////////////////////////////////////////////////
                        EXPIRE AND REFUND (ANYONE)
    //////////////////////////////////////////////////////////////*/

    /// @notice Ends a raffle that nobody drew within `DRAW_WINDOW` after it closed.
    function expire(uint256 id) external {
        Terms storage raffle = _inState(id, State.Open);
        uint256 deadline = uint256(raffle.closesAt) + DRAW_WINDOW;
        if (block.timestamp < deadline) revert DrawStillPossible(id, deadline);
        raffle.state = State.Expired;
        emit Expired(id);
    }

    /// @notice Gives a member's stake in a cancelled or expired raffle back, once.
    function refund(uint256 id, address member) external {
        Terms storage raffle = _raffles[id];
        State state = raffle.state;
        if (state != State.Cancelled && state != State.Expired) revert WrongState(id, state);
        Ticket storage ticket = ticketOf[id][member];
        if (ticket.state != TicketState.Held) revert TicketUnusable(id, member, ticket.state);
        ticket.state = TicketState.Refunded;
        uint256 amount = raffle.price;
        emit Refunded(id, member, amount);
        KARMA.safeTransfer(member, amount);
    }

    /*//////////////////////////////////////////////////////////////
                                READ
    //////////////////////////////////////////////////////////////*/

    /// @notice A raffle as it is now; state None when there is no such raffle.
    function raffleOf(uint256 id) external view returns (Terms memory) {
        return _raffles[id];
    }

    /// @notice The tickets that won a drawn raffle, in the order of the prizes; fewer than prizes when fewer entered.
    function winnersOf(uint256 id) external view returns (uint256[] memory) {
        Terms storage raffle = _decided(id);
        return Draw.winners(raffle.seed, raffle.entries, _places(raffle));
    }

    /// @notice The `ref` of a raffle's `Spent` events: "raffle", and the id in the last bytes.
    function spendRef(uint256 id) public pure returns (bytes32) {
        return bytes32("raffle") | bytes32(id);
    }

    function _inState(uint256 id, State wanted) private view returns (Terms storage raffle) {
        raffle = _raffles[id];
        if (raffle.state != wanted) revert WrongState(id, raffle.state);
    }

    function _decided(uint256 id) private view returns (Terms storage raffle) {
        raffle = _raffles[id];
        State state = raffle.state;
        if (state != State.Drawn && state != State.Settled) revert WrongState(id, state);
    }

    function _places(Terms storage raffle) private view returns (uint256) {
        return Math.min(raffle.winners, raffle.entries);
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
