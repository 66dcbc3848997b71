// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Karma} from "./Karma.sol";

/// @title TradeEscrow
/// @notice Two members who trade sneakers each put up the same bond of karma; who cheats loses it. The sneakers
/// themselves change hands off chain.
/// @dev A trade's id is the hash of its terms: who accepts an id accepts exactly them, whatever a reorganisation of the
/// chain does, and the same proposal sent twice is refused. Invariant: this contract's karma is the sum of the bonds of
/// open trades, and each bond leaves once: back to its owner, or burned by a ruling.
/// No bond can be stuck: each open state has a deadline, after which anyone may call `timeout`, and a party who fears
/// to wait may dispute. Each function writes the new state before it calls Karma.
contract TradeEscrow is ERC2771Context, AccessManaged {
    /// @notice Where a trade stands. Proposed, Accepted and Disputed are open and hold bonds; the later ones are ends.
    enum State {
        None,
        Proposed,
        Accepted,
        Disputed,
        Withdrawn,
        Completed,
        Ruled,
        TimedOut
    }

    /// @notice Whose bond a ruling burns; the others go back.
    enum Slash {
        Nobody,
        Proposer,
        Counterparty,
        Both
    }

    /// @notice A trade, in two slots.
    struct Trade {
        address proposer;
        /// wei of karma, from each side
        uint96 bond;
        address counterparty;
        /// unix seconds; until when the open state may be left by its own rule, and from when `timeout` ends it:
        /// acceptBy when Proposed, confirmBy when Accepted, ruleBy when Disputed
        uint40 deadline;
        /// unix seconds
        uint40 confirmBy;
        State state;
        /// PROPOSER and COUNTERPARTY bits of who confirmed
        uint8 confirmed;
    }

    uint8 private constant PROPOSER = 1;
    uint8 private constant COUNTERPARTY = 2;

    /// @notice Longest ruling window, in seconds: nobody waits longer than this for a bond once it is in dispute.
    uint64 public constant MAX_RULING_WINDOW = 90 days;

    /// @notice The bonds' token.
    Karma public immutable KARMA;

    /// @notice Seconds an arbiter has from a dispute to a ruling.
    uint64 public immutable RULING_WINDOW;

    /// @notice Trades by id.
    mapping(bytes32 id => Trade trade) public trades;

    /*//////////////////////////////////////////////////////////////
                            EVENTS AND ERRORS
    //////////////////////////////////////////////////////////////*/

    /// @notice `proposer` put up `bond` wei and waits for `counterparty`. Times in unix seconds.
    event TradeProposed(
        bytes32 indexed id,
        address indexed proposer,
        address indexed counterparty,
        uint96 bond,
        uint40 acceptBy,
        uint40 confirmBy,
        bytes32 termsHash
    );

    /// @notice The counterparty put up the same bond.
    event TradeAccepted(bytes32 indexed id);

    /// @notice The proposer took the bond back before anyone accepted.
    event TradeWithdrawn(bytes32 indexed id);

    /// @notice `party` says that the other side kept its word.
    event TradeConfirmed(bytes32 indexed id, address indexed party);

    /// @notice Both confirmed; both bonds went back.
    event TradeCompleted(bytes32 indexed id);

    /// @notice `party` asks for a ruling, which must come before `ruleBy` (unix seconds).
    event TradeDisputed(bytes32 indexed id, address indexed party, uint40 ruleBy);

    /// @notice `arbiter` ruled: `slashed` lost their bonds, `burned` wei in all; the others' went back.
    event TradeRuled(bytes32 indexed id, address indexed arbiter, Slash slashed, uint256 burned);

    /// @notice The trade ended by the clock when it was `from`; every bond went back.
    event TradeTimedOut(bytes32 indexed id, State from);

    /// @notice The ruling window must be 1 second to MAX_RULING_WINDOW.
    error BadRulingWindow(uint64 rulingWindow);

    /// @notice A trade is with someone else.
    error BadCounterparty(address counterparty);

    /// @notice A trade needs a bond.
    error NoBond();

    /// @notice Now < acceptBy < confirmBy must hold.
    error BadDeadlines(uint256 timestamp, uint40 acceptBy, uint40 confirmBy);

    /// @notice The same terms were proposed before; something in them must differ, a number in the hashed text will do.
    error TradeExists(bytes32 id);

    /// @notice The trade stands at `state`, where this cannot be done.
    error WrongState(bytes32 id, State state);

    /// @notice Only another party of this trade may do this.
    error NotYours(bytes32 id, address caller);

    /// @notice An arbiter does not rule on a trade of their own.
    error OwnTrade(bytes32 id, address arbiter);

    /// @notice An arbiter rules in person: of a call through the AccessManager nobody could tell whose it is.
    error ArbiterHidden(bytes32 id);

    /// @notice The party confirmed before.
    error AlreadyConfirmed(bytes32 id, address party);

    /// @notice This had to be done before `deadline` (unix seconds).
    error TooLate(bytes32 id, uint40 deadline);

    /// @notice This can be done from `deadline` (unix seconds) on.
    error TooEarly(bytes32 id, uint40 deadline);

    /// @param authority_ the AccessManager that knows the roles
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    /// @param karma_ the bonds' token
    /// @param rulingWindow_ seconds an arbiter has from a dispute to a ruling
    constructor(
        address authority_,
        address forwarder_,
        Karma karma_,
        uint64 rulingWindow_
    ) ERC2771Context(forwarder_) AccessManaged(authority_) {
        if (rulingWindow_ == 0 || rulingWindow_ > MAX_RULING_WINDOW) revert BadRulingWindow(rulingWindow_);
        KARMA = karma_;
        RULING_WINDOW = rulingWindow_;
    }

    /*//////////////////////////////////////////////////////////////
                            AGREE
    //////////////////////////////////////////////////////////////*/

    /// @notice Offers `counterparty` a trade and puts up the caller's bond.
    /// @param bond wei of karma, from each side
    /// @param acceptBy unix seconds; the counterparty must accept before
    /// @param confirmBy unix seconds; both must confirm, or one dispute, before
    /// @param termsHash hash of what the two agreed on
    /// @return id hash of all of this
    function propose(
        address counterparty,
        uint96 bond,
        uint40 acceptBy,
        uint40 confirmBy,
        bytes32 termsHash
    ) public returns (bytes32 id) {
        address proposer = _msgSender();
        if (counterparty == proposer || counterparty == address(0)) revert BadCounterparty(counterparty);
        if (bond == 0) revert NoBond();
        if (block.timestamp >= acceptBy || acceptBy >= confirmBy)
            revert BadDeadlines(block.timestamp, acceptBy, confirmBy);
        id = keccak256(abi.encode(proposer, counterparty, bond, acceptBy, confirmBy, termsHash));
        if (trades[id].state != State.None) revert TradeExists(id);
        trades[id] = Trade(proposer, bond, counterparty, acceptBy, confirmBy, State.Proposed, 0);
        emit TradeProposed(id, proposer, counterparty, bond, acceptBy, confirmBy, termsHash);
        KARMA.spendFrom(proposer, bond, id, false);
    }

    /// @notice The same with an ERC-2612 permit over `bond`, so that no approval is needed before.
    function proposeWithPermit(
        address counterparty,
        uint96 bond,
        uint40 acceptBy,
        uint40 confirmBy,
        bytes32 termsHash,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (bytes32 id) {
        _permit(bond, deadline, v, r, s);
        return propose(counterparty, bond, acceptBy, confirmBy, termsHash);
    }

    /// @notice Takes up an offer made to the caller and puts up the same bond.
    function accept(bytes32 id) public {
        Trade storage trade = _in(id, State.Proposed);
        address party = _msgSender();
        if (party != trade.counterparty) revert NotYours(id, party);
        _before(id, trade.deadline);
        (trade.state, trade.deadline) = (State.Accepted, trade.confirmBy);
        emit TradeAccepted(id);
        KARMA.spendFrom(party, trade.bond, id, false);
    }

    /// @notice The same with an ERC-2612 permit over the trade's bond, so that no approval is needed before.
    function acceptWithPermit(bytes32 id, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        _permit(trades[id].bond, deadline, v, r, s);
        accept(id);
    }

    /// @notice Takes back the caller's own offer, as long as nobody accepted it.
    function withdraw(bytes32 id) external {
        Trade storage trade = _in(id, State.Proposed);
        if (_msgSender() != trade.proposer) revert NotYours(id, _msgSender());
        trade.state = State.Withdrawn;
        emit TradeWithdrawn(id);
        KARMA.transfer(trade.proposer, trade.bond);
    }

    /*//////////////////////////////////////////////////////////////
                                END
    //////////////////////////////////////////////////////////////*/

    /// @notice Says that the other side kept its word. When both said so, both bonds go back.
    function confirm(bytes32 id) external {
        Trade storage trade = _in(id, State.Accepted);
        uint8 side = _side(id, trade);
        _before(id, trade.deadline);
        uint8 confirmed = trade.confirmed;
        if (confirmed & side != 0) revert AlreadyConfirmed(id, _msgSender());
        trade.confirmed = confirmed | side;
        emit TradeConfirmed(id, _msgSender());
        if (confirmed == 0) return;
        trade.state = State.Completed;
        emit TradeCompleted(id);
        _release(trade, true, true);
    }

    /// @notice Asks an arbiter to rule, which a party may do even after having confirmed.
    function dispute(bytes32 id) external {
        Trade storage trade = _in(id, State.Accepted);
        _side(id, trade);
        _before(id, trade.deadline);
        // The sum fits: RULING_WINDOW is at most 90 days.
        uint40 ruleBy = uint40(block.timestamp + RULING_WINDOW);
        (trade.state, trade.deadline) = (State.Disputed, ruleBy);
        emit TradeDisputed(id, _msgSender(), ruleBy);
    }

    /// @notice Ends a dispute between others: the bonds of `slashed` burn, the rest go back.
    function rule(bytes32 id, Slash slashed) external restricted {
        Trade storage trade = _in(id, State.Disputed);
        address arbiter = _msgSender();
        if (arbiter == trade.proposer || arbiter == trade.counterparty) revert OwnTrade(id, arbiter);
        // AccessManager.execute calls from the manager's own address, where a party with the role could hide.
        if (arbiter == authority()) revert ArbiterHidden(id);
        _before(id, trade.deadline);
        trade.state = State.Ruled;
        bool toProposer = slashed == Slash.Nobody || slashed == Slash.Counterparty;
        bool toCounterparty = slashed == Slash.Nobody || slashed == Slash.Proposer;
        uint256 burned = (toProposer ? 0 : trade.bond) + uint256(toCounterparty ? 0 : trade.bond);
        emit TradeRuled(id, arbiter, slashed, burned);
        _release(trade, toProposer, toCounterparty);
        if (burned != 0) KARMA.spend(burned, id);
    }

    /// @notice Ends a trade whose deadline passed: not accepted, neither confirmed by both nor disputed, or not ruled
    /// upon. Every bond goes back.
    function timeout(bytes32 id) external {
        Trade storage trade = trades[id];
        State from = trade.state;
        if (from != State.Proposed && from != State.Accepted && from != State.Disputed) revert WrongState(id, from);
        if (block.timestamp < trade.deadline) revert TooEarly(id, trade.deadline);
        trade.state = State.TimedOut;
        emit TradeTimedOut(id, from);
        // Before the acceptance only the proposer's bond is here.
        _release(trade, true, from != State.Proposed);
    }

    function _release(Trade storage trade, bool toProposer, bool toCounterparty) private {
        uint256 bond = trade.bond;
        if (toProposer) KARMA.transfer(trade.proposer, bond);
        if (toCounterparty) KARMA.transfer(trade.counterparty, bond);
    }

    /*//////////////////////////////////////////////////////////////
                                CHECKS
    //////////////////////////////////////////////////////////////*/

    /// @dev The trade, which must stand at `state`.
    function _in(bytes32 id, State state) private view returns (Trade storage trade) {
        trade = trades[id];
        if (trade.state != state) revert WrongState(id, trade.state);
    }

    /// @dev Which party calls.
    function _side(bytes32 id, Trade storage trade) private view returns (uint8) {
        address caller = _msgSender();
        if (caller == trade.proposer) return PROPOSER;
        if (caller == trade.counterparty) return COUNTERPARTY;
        revert NotYours(id, caller);
    }

    function _before(bytes32 id, uint40 deadline) private view {
        if (block.timestamp >= deadline) revert TooLate(id, deadline);
    }

    /// @dev Anyone may have sent the permit first: what counts is the allowance, which spendFrom checks.
    function _permit(uint256 bond, uint256 deadline, uint8 v, bytes32 r, bytes32 s) private {
        // solhint-disable-next-line no-empty-blocks
        try KARMA.permit(_msgSender(), address(this), bond, deadline, v, r, s) {} catch {}
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
