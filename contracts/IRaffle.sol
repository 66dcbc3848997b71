// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IRaffle
/// @notice What a raffle says: its states, its events, and why it refuses.
interface IRaffle {
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

    /// @notice One raffle, as `raffleOf` tells it.
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
}
