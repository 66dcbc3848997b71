// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a raffle is at, in one word, because entering reads nearly all of it: from the lowest bit on
/// price 96 (wei) | closesAt 40 (unix seconds) | round 56 | entries 32 | winners 16 | tier 8 | state 8.
type RaffleHead is uint256;

using RaffleHeadLib for RaffleHead global;

/// @title RaffleHeadLib
/// @notice Reads and changes a RaffleHead. Shifts by hand cost an entry about 600 gas less than a struct's fields.
library RaffleHeadLib {
    uint256 private constant CLOSES_AT = 96;
    uint256 private constant ROUND = 136;
    uint256 private constant ENTRIES = 192;
    uint256 private constant WINNERS = 224;
    uint256 private constant TIER = 240;
    uint256 private constant STATE = 248;

    /// @notice More entries than a head can count.
    error TooManyEntries();

    /// @notice A new raffle's, without entries.
    function pack(
        uint96 price_,
        uint40 closesAt_,
        uint56 round_,
        uint16 winners_,
        uint8 tier_,
        uint8 state_
    ) internal pure returns (RaffleHead) {
        uint256 word = price_ | (uint256(closesAt_) << CLOSES_AT) | (uint256(round_) << ROUND);
        word |= (uint256(winners_) << WINNERS) | (uint256(tier_) << TIER) | (uint256(state_) << STATE);
        return RaffleHead.wrap(word);
    }

    /// @notice wei of karma a ticket costs.
    function price(RaffleHead head) internal pure returns (uint96) {
        return uint96(RaffleHead.unwrap(head));
    }

    /// @notice unix seconds; from then on nobody enters and nobody cancels.
    function closesAt(RaffleHead head) internal pure returns (uint40) {
        return uint40(RaffleHead.unwrap(head) >> CLOSES_AT);
    }

    /// @notice The beacon's round that decides.
    function round(RaffleHead head) internal pure returns (uint56) {
        return uint56(RaffleHead.unwrap(head) >> ROUND);
    }

    /// @notice Tickets sold.
    function entries(RaffleHead head) internal pure returns (uint32) {
        return uint32(RaffleHead.unwrap(head) >> ENTRIES);
    }

    /// @notice Prizes.
    function winners(RaffleHead head) internal pure returns (uint16) {
        return uint16(RaffleHead.unwrap(head) >> WINNERS);
    }

    /// @notice Of the pass that an entrant needs; 0 when none is.
    function tier(RaffleHead head) internal pure returns (uint8) {
        return uint8(RaffleHead.unwrap(head) >> TIER);
    }

    /// @notice A Raffle.State.
    function state(RaffleHead head) internal pure returns (uint8) {
        return uint8(RaffleHead.unwrap(head) >> STATE);
    }

    /// @notice The same with one entry more.
    function withEntry(RaffleHead head) internal pure returns (RaffleHead) {
        if (entries(head) == type(uint32).max) revert TooManyEntries();
        unchecked {
            return RaffleHead.wrap(RaffleHead.unwrap(head) + (1 << ENTRIES));
        }
    }

    /// @notice The same in another state.
    function withState(RaffleHead head, uint8 state_) internal pure returns (RaffleHead) {
        uint256 rest = RaffleHead.unwrap(head) & (type(uint256).max >> (256 - STATE));
        return RaffleHead.wrap(rest | (uint256(state_) << STATE));
    }
}
