// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IERC5192} from "./IERC5192.sol";
import {IERC5643} from "./IERC5643.sol";
import {Karma} from "./Karma.sol";
import {Relayed} from "./Relayed.sol";

/// @title AccessPass
/// @notice A member's subscription (ERC-5643), paid in karma, which burns. An ERC-721 that never moves (ERC-5192).
/// @dev A member has one pass and its token id is the member's address, so owner, tier and expiry need one slot.
/// Karma is called last: whatever it calls back finds the purchase done.
contract AccessPass is IERC721Metadata, IERC721Errors, IERC5192, IERC5643, Relayed {
    /// @notice What a tier asks for; one slot.
    struct Tier {
        /// wei of karma per period
        uint96 price;
        /// seconds in a period; 0 closes the tier
        uint32 period;
        /// wei of lifetimeEarned a member must have
        uint96 minEarned;
    }

    /// @dev One slot.
    struct Pass {
        /// 0: the member never had a pass
        uint8 tier;
        /// unix seconds; 0: cancelled
        uint64 expiresAt;
    }

    /// @notice The `ref` of a pass's `Spent` event.
    bytes32 public constant SPEND_REF = "pass";

    /// @notice The token that pays.
    Karma public immutable KARMA;

    /// @notice Tiers by number, from 1; a higher one includes the lower ones.
    mapping(uint8 number => Tier tier) public tiers;

    /// @notice A member's pass: its tier (0 when the member never had one) and expiry (0 when it was cancelled).
    mapping(address member => Pass pass) public passes;

    /// @notice `member` paid `paid` wei for `tier`, good until `expiresAt` (unix seconds). Both 0: the member cancelled.
    /// @dev The newest one of a member is the whole truth about the pass: a mirror needs no other event.
    event PassPurchased(address indexed member, uint8 tier, uint64 expiresAt, uint256 paid);

    /// @notice A tier was changed; passes already bought stay as they are.
    event TierSet(uint8 indexed tier, uint96 price, uint32 period, uint96 minEarned);

    /// @notice A pass belongs to one member for good.
    error Soulbound();

    /// @notice The tier cannot be bought.
    error TierClosed(uint8 tier);

    /// @notice At least one period must be bought.
    error NoPeriods();

    /// @notice The price rose above what the member agreed to.
    error PriceAbove(uint256 price, uint256 maxPrice);

    /// @notice The tier asks for members who earned more.
    error EarnedTooLittle(uint256 earned, uint256 required);

    /// @notice The member's pass of the higher `tier` runs until `expiresAt`; a lower one would shorten it.
    error HigherTierActive(uint8 tier, uint64 expiresAt);

    /// @notice A renewal is of whole periods of `period` seconds.
    error NotWholePeriods(uint64 duration, uint32 period);

    /// @notice A pass costs karma, never ETH.
    error EtherRefused(uint256 value);

    /// @param authority_ the AccessManager that knows the roles
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    /// @param karma_ the token that pays
    constructor(
        address authority_,
        address forwarder_,
        Karma karma_
    ) Relayed(authority_, forwarder_) {
        KARMA = karma_;
    }

    /*//////////////////////////////////////////////////////////////
                                BUY
    //////////////////////////////////////////////////////////////*/

    /// @notice Buys or prolongs the caller's pass; its karma burns. A higher tier starts now and replaces a lower one.
    /// @param tier which one
    /// @param periods how many
    /// @param maxPrice most karma the caller agreed to pay, in wei
    function purchase(uint8 tier, uint16 periods, uint256 maxPrice) public {
        address member = _msgSender();
        Tier memory terms = _termsOf(member, tier);
        uint256 price = uint256(terms.price) * periods;
        if (price > maxPrice) revert PriceAbove(price, maxPrice);
        _buy(member, tier, uint64(terms.period) * periods, price);
    }

    /// @notice The same with an ERC-2612 permit over `maxPrice`, so that no approval is needed before.
    function purchaseWithPermit(
        uint8 tier,
        uint16 periods,
        uint256 maxPrice,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        // Anyone may have sent the permit first: what counts is the allowance, which spendFrom checks.
        // solhint-disable-next-line no-empty-blocks
        try KARMA.permit(_msgSender(), address(this), maxPrice, deadline, v, r, s) {} catch {}
        purchase(tier, periods, maxPrice);
    }

    /// @notice Whether the member's pass of this tier or a higher one runs now.
    function isActive(address member, uint8 tier) external view returns (bool) {
        Pass memory pass = passes[member];
        return pass.expiresAt > block.timestamp && pass.tier >= tier;
    }

    /// @notice Sets what a tier asks for; period 0 closes it.
    function setTier(uint8 tier, Tier calldata terms) external restricted {
        if (tier == 0) revert TierClosed(tier);
        tiers[tier] = terms;
        emit TierSet(tier, terms.price, terms.period, terms.minEarned);
    }

    /// @dev What the tier asks for, once it is sure that this member may buy it.
    function _termsOf(address member, uint8 tier) private view returns (Tier memory terms) {
        terms = tiers[tier];
        if (terms.period == 0) revert TierClosed(tier);
        if (terms.minEarned == 0) return terms;
        uint256 earned = KARMA.lifetimeEarned(member);
        if (earned < terms.minEarned) revert EarnedTooLittle(earned, terms.minEarned);
    }

    /// @dev Sells `time` seconds of a tier for `price` wei.
    function _buy(address member, uint8 tier, uint64 time, uint256 price) private {
        if (time == 0) revert NoPeriods();
        Pass memory old = passes[member];
        // Checked: a sum beyond uint64 reverts.
        uint64 end = _start(old, tier) + time;
        _write(member, Pass({tier: tier, expiresAt: end}), old.tier == 0);
        emit PassPurchased(member, tier, end, price);
        KARMA.spendFrom(member, price, SPEND_REF, true);
    }

    /// @dev When the bought time starts: after the running time of the same tier, else now.
    function _start(Pass memory old, uint8 tier) private view returns (uint64) {
        if (old.expiresAt <= block.timestamp || old.tier < tier) return uint64(block.timestamp);
        if (old.tier > tier) revert HigherTierActive(old.tier, old.expiresAt);
        return old.expiresAt;
    }

    function _write(address member, Pass memory pass, bool isFirst) private {
        passes[member] = pass;
        uint256 tokenId = uint160(member);
        if (isFirst) {
            emit Transfer(address(0), member, tokenId);
            emit Locked(tokenId);
        }
        emit SubscriptionUpdate(tokenId, pass.expiresAt);
    }

    /*//////////////////////////////////////////////////////////////
                        ERC-5643: SUBSCRIPTION
    //////////////////////////////////////////////////////////////*/

    /// @notice Prolongs the caller's own pass, at its tier's price of now; the karma burns.
    /// @dev ERC-5643 has no word for the price agreed to: the caller's allowance is the limit, and `setTier` is
    /// timelocked. `purchase` says a limit.
    /// @param duration seconds; whole periods of the tier alone, so that nobody pays for time that was not asked for
    function renewSubscription(uint256 tokenId, uint64 duration) external payable {
        address member = _requireOwn(tokenId);
        uint8 tier = passes[member].tier;
        Tier memory terms = _termsOf(member, tier);
        if (duration % terms.period != 0) revert NotWholePeriods(duration, terms.period);
        _buy(member, tier, duration, uint256(terms.price) * (duration / terms.period));
    }

    /// @notice Ends the caller's own pass at once, for good: the karma that paid for it has burned, so none comes back.
    /// @dev Nothing renews a pass by itself, so nobody needs this to stop paying; it is for who wants a lower tier now.
    /// The token stays, as a member's id does, and can be renewed.
    function cancelSubscription(uint256 tokenId) external payable {
        address member = _requireOwn(tokenId);
        uint8 tier = passes[member].tier;
        _write(member, Pass({tier: tier, expiresAt: 0}), false);
        emit PassPurchased(member, tier, 0, 0);
    }

    /// @inheritdoc IERC5643
    function expiresAt(uint256 tokenId) external view returns (uint64) {
        return passes[ownerOf(tokenId)].expiresAt;
    }

    /// @notice Whether the pass's tier is open to its owner, karma aside; reverts for a token that does not exist.
    function isRenewable(uint256 tokenId) external view returns (bool) {
        address member = ownerOf(tokenId);
        Tier memory terms = tiers[passes[member].tier];
        return terms.period != 0 && KARMA.lifetimeEarned(member) >= terms.minEarned;
    }

    /// @dev ERC-5643 makes these calls payable; a soulbound pass has no operators.
    function _requireOwn(uint256 tokenId) private view returns (address member) {
        if (msg.value != 0) revert EtherRefused(msg.value);
        member = ownerOf(tokenId);
        if (member != _msgSender()) revert ERC721InsufficientApproval(_msgSender(), tokenId);
    }

    /*//////////////////////////////////////////////////////////////
                        ERC-721, WITHOUT MOVES
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IERC721Metadata
    function name() external pure returns (string memory) {
        return "SNPD Pass";
    }

    /// @inheritdoc IERC721Metadata
    function symbol() external pure returns (string memory) {
        return "PASS";
    }

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 tokenId) external view returns (string memory) {
        Pass memory pass = passes[ownerOf(tokenId)];
        string memory tier = Strings.toString(pass.tier);
        return string.concat("data:application/json,{\"name\":\"SNPD Pass, tier ", tier, "\"}");
    }

    /// @inheritdoc IERC721
    function balanceOf(address owner) external view returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(owner);
        return passes[owner].tier == 0 ? 0 : 1;
    }

    /// @inheritdoc IERC721
    function ownerOf(uint256 tokenId) public view returns (address) {
        address owner = address(uint160(tokenId));
        if (tokenId > type(uint160).max || passes[owner].tier == 0) revert ERC721NonexistentToken(tokenId);
        return owner;
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        ownerOf(tokenId);
        return true;
    }

    /// @inheritdoc IERC721
    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return address(0);
    }

    /// @inheritdoc IERC721
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IERC721
    function approve(address, uint256) external pure {
        revert Soulbound();
    }

    /// @inheritdoc IERC721
    function setApprovalForAll(address, bool) external pure {
        revert Soulbound();
    }

    /// @inheritdoc IERC721
    function transferFrom(address, address, uint256) external pure {
        revert Soulbound();
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address, address, uint256) external pure {
        revert Soulbound();
    }

    /// @inheritdoc IERC721
    function safeTransferFrom(address, address, uint256, bytes calldata) external pure {
        revert Soulbound();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC721).interfaceId ||
            interfaceId == type(IERC721Metadata).interfaceId ||
            interfaceId == type(IERC5192).interfaceId ||
            interfaceId == type(IERC5643).interfaceId ||
            interfaceId == type(IERC165).interfaceId;
    }
}
