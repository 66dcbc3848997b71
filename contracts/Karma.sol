// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Karma
/// @notice What a member earned for helping the others: an ERC-20 of 18 decimals with ERC-2612 permits.
/// @dev Minted by `awardRun` alone. Award ids come from the off-chain ledger's dense sequence, and an id mints at most
/// once, ever: a batch that was sent twice reverts the second time.
contract Karma is ERC20Permit, ERC2771Context, AccessManaged {
    /*//////////////////////////////////////////////////////////////
                                LIMITS
    //////////////////////////////////////////////////////////////*/

    /// @notice Most karma that can exist at one time, in wei.
    uint256 public constant SUPPLY_CAP = 1_000_000_000e18;

    /// @notice Most awards in one batch.
    uint256 public constant BATCH_CAP = 500;

    /// @notice Most karma minted in one UTC day, in wei: what a stolen awarder key can do before someone sees it.
    uint256 public dailyCap;

    /*//////////////////////////////////////////////////////////////
                                STATE
    //////////////////////////////////////////////////////////////*/

    /// @notice All karma ever awarded to an account, in wei. Never falls: neither spending nor trading changes it.
    mapping(address account => uint256 amount) public lifetimeEarned;

    /// @dev Bit `id % 256` of word `id / 256` is set once award `id` is minted.
    mapping(uint256 index => uint256 bits) private _awarded;

    struct Day {
        uint32 number;
        uint224 minted;
    }

    /// @dev The last day that minted, and how much it did.
    Day private _day;

    /*//////////////////////////////////////////////////////////////
                            EVENTS AND ERRORS
    //////////////////////////////////////////////////////////////*/

    /// @notice Award `id` was minted.
    event Awarded(uint64 indexed id, address indexed to, uint256 amount);

    /// @notice Awards `firstId` to `firstId + count - 1` were minted under the karma rules whose hash is `ruleset`.
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
    )
        ERC20("SNPD Karma", "KARMA")
        ERC20Permit("SNPD Karma")
        ERC2771Context(forwarder_)
        AccessManaged(authority_)
    {
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
        uint256 minted = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 amount = uint96(packed[i]);
            // _useIds proved that firstId + count fits.
            _award(uint64(firstId + i), address(uint160(packed[i] >> 96)), amount);
            minted += amount;
        }
        _countToday(minted);
        if (totalSupply() > SUPPLY_CAP) revert SupplyCapExceeded(totalSupply(), SUPPLY_CAP);
        emit AwardBatch(firstId, count, ruleset);
    }

    /// @notice Whether award `id` was minted.
    function awarded(uint64 id) external view returns (bool) {
        return (_awarded[id >> 8] >> (id & 255)) & 1 == 1;
    }

    function _award(uint64 id, address to, uint256 amount) private {
        if (amount == 0) revert AwardEmpty(id);
        lifetimeEarned[to] += amount;
        _mint(to, amount);
        emit Awarded(id, to, amount);
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

    function _countToday(uint256 minted) private {
        Day memory day = _day;
        uint32 today = uint32(block.timestamp / 1 days);
        uint256 total = minted + (day.number == today ? day.minted : 0);
        if (total > dailyCap) revert DailyCapExceeded(total, dailyCap);
        _day = Day({number: today, minted: uint224(total)});
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

    /// @notice Sets how much karma a UTC day may mint, in wei.
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
