// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {KarmaLedger} from "./KarmaLedger.sol";

/// @title Karma
/// @notice What a member earned for helping the others: an ERC-20 of 18 decimals with ERC-2612 permits, whose votes
/// (ERC-5805) weigh what was earned and not what is held.
/// @dev Minted by `awardRun` alone. Award ids come from the off-chain ledger's dense sequence, and an id mints at most
/// once, ever: a batch that was sent twice reverts the second time.
contract Karma is ERC2771Context, AccessManaged, KarmaLedger {
    /*//////////////////////////////////////////////////////////////
                                LIMITS
    //////////////////////////////////////////////////////////////*/

    /// @notice Most karma that can exist at one time, in wei.
    uint256 public constant SUPPLY_CAP = 1_000_000_000e18;

    /// @notice Most awards in one batch.
    uint256 public constant BATCH_CAP = 500;

    /// @notice Most karma minted in one batch, in wei. An award is of about 10 karma, a full batch of about 5,000: what
    /// asks for ten times that is a fault or a stolen key.
    uint256 public constant BATCH_MINT_CAP = 50_000e18;

    /*//////////////////////////////////////////////////////////////
                                STATE
    //////////////////////////////////////////////////////////////*/

    /// @dev wei minted on `_day`. These two come right after KarmaLedger's last, so that they share the supply's slot.
    uint112 private _mintedToday;

    /// @dev The last UTC day that minted, in days since 1970.
    uint32 private _day;

    /// @notice Most karma minted in one UTC day, in wei: what a stolen awarder key can do before someone sees it. Above
    /// SUPPLY_CAP it says no more than SUPPLY_CAP.
    uint256 public dailyCap;

    /// @dev Bit `id % 256` of word `id / 256` is set once award `id` is minted.
    mapping(uint256 index => uint256 bits) private _awarded;

    /*//////////////////////////////////////////////////////////////
                            EVENTS AND ERRORS
    //////////////////////////////////////////////////////////////*/

    /// @notice Awards `firstId` to `firstId + count - 1` are minted under the karma rules whose hash is `ruleset`: in this
    /// transaction `count` Transfers from address 0 follow, and the i-th of them, from 0, is award `firstId + i`.
    event AwardBatch(uint64 indexed firstId, uint256 count, bytes32 ruleset);

    /// @notice `from` paid `amount` for `ref`; `burned` says whether it left the supply or went to the caller.
    event Spent(address indexed from, uint256 amount, bytes32 ref, bool burned);

    /// @notice From now on a day mints at most `cap`.
    event DailyCapSet(uint256 cap);

    /// @notice Award `id` was minted before.
    error AwardUsed(uint256 id);

    /// @notice Award `id` is of nothing.
    error AwardEmpty(uint256 id);

    /// @notice A batch holds 1 to `BATCH_CAP` awards.
    error BatchSize(uint256 count);

    /// @notice The batch would mint `minted`, above `cap`.
    error BatchCapExceeded(uint256 minted, uint256 cap);

    /// @notice Today's mints would reach `minted`, above `cap`.
    error DailyCapExceeded(uint256 minted, uint256 cap);

    /// @notice The supply would reach `supply`, above `cap`.
    error SupplyCapExceeded(uint256 supply, uint256 cap);

    /// @param authority_ the AccessManager that knows the roles
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    /// @param dailyCap_ wei per UTC day
    constructor(
        address authority_,
        address forwarder_,
        uint256 dailyCap_
    ) ERC2771Context(forwarder_) AccessManaged(authority_) {
        _setDailyCap(dailyCap_);
    }

    /*//////////////////////////////////////////////////////////////
                                EARN
    //////////////////////////////////////////////////////////////*/

    /// @notice Mints awards `firstId`, `firstId + 1`, ... all or none.
    /// @param firstId id of the first award
    /// @param packed one word per award: the member's address in the upper 160 bits, wei in the lower 96
    /// @param ruleset hash of the karma rules that decided the amounts
    function awardRun(uint64 firstId, uint256[] calldata packed, bytes32 ruleset) external restricted {
        uint256 count = packed.length;
        if (count == 0 || count > BATCH_CAP) revert BatchSize(count);
        _useIds(firstId, count);
        emit AwardBatch(firstId, count, ruleset);
        uint256 minted = 0;
        unchecked {
            // _useIds proved that firstId + count fits, and 500 times 2^96 fits.
            for (uint256 i = 0; i < count; ++i) {
                uint256 word = packed[i];
                uint256 amount = uint96(word);
                if (amount == 0) revert AwardEmpty(firstId + i);
                _earn(address(uint160(word >> 96)), amount);
                minted += amount;
            }
        }
        _count(minted);
    }

    /// @notice Whether award `id` was minted.
    function awarded(uint64 id) external view returns (bool) {
        return (_awarded[id >> 8] >> (id & 255)) & 1 == 1;
    }

    /// @dev Sets the bits of all ids, a word of up to 256 at a time; reverts when one is set.
    function _useIds(uint256 firstId, uint256 count) private {
        uint256 end = firstId + count;
        if (end > type(uint64).max) revert AwardUsed(type(uint64).max);
        for (uint256 id = firstId; id < end; ) {
            uint256 offset = id & 255;
            uint256 size = Math.min(256 - offset, end - id);
            uint256 mask = (type(uint256).max >> (256 - size)) << offset;
            uint256 used = _awarded[id >> 8];
            uint256 taken = used & mask;
            if (taken != 0) revert AwardUsed((id - offset) + Math.log2(taken & (~taken + 1)));
            _awarded[id >> 8] = used | mask;
            id += size;
        }
    }

    /// @dev Adds to the counters what a batch minted, and holds them to the limits.
    function _count(uint256 minted) private {
        if (minted > BATCH_MINT_CAP) revert BatchCapExceeded(minted, BATCH_MINT_CAP);
        uint256 supply = _grow(minted);
        if (supply > SUPPLY_CAP) revert SupplyCapExceeded(supply, SUPPLY_CAP);
        uint32 today = uint32(block.timestamp / 1 days);
        uint256 total = minted + (_day == today ? _mintedToday : 0);
        uint256 cap = Math.min(dailyCap, SUPPLY_CAP);
        if (total > cap) revert DailyCapExceeded(total, cap);
        (_mintedToday, _day) = (uint112(total), today);
    }

    /*//////////////////////////////////////////////////////////////
                                SPEND
    //////////////////////////////////////////////////////////////*/

    /// @notice Burns `amount` of the caller's karma for `ref`.
    function spend(uint256 amount, bytes32 ref) external {
        _burn(_msgSender(), amount);
        emit Spent(_msgSender(), amount, ref, true);
    }

    /// @notice Takes `amount` from `from`, out of the caller's allowance: burned, or kept by the caller.
    function spendFrom(address from, uint256 amount, bytes32 ref, bool burn) external {
        _spendAllowance(from, _msgSender(), amount);
        if (burn) _burn(from, amount);
        else _transfer(from, _msgSender(), amount);
        emit Spent(from, amount, ref, burn);
    }

    /*//////////////////////////////////////////////////////////////
                                ADMIN
    //////////////////////////////////////////////////////////////*/

    /// @notice Sets how much karma a UTC day may mint, in wei; above SUPPLY_CAP it means SUPPLY_CAP.
    function setDailyCap(uint256 cap) external restricted {
        _setDailyCap(cap);
    }

    function _setDailyCap(uint256 cap) private {
        dailyCap = cap;
        emit DailyCapSet(cap);
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
