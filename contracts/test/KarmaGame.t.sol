// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Karma} from "../Karma.sol";
import {Fixture} from "./Fixture.t.sol";
import {PlainKarma} from "./PlainKarma.t.sol";
import {Vm} from "./Vm.t.sol";

/// @title KarmaGame
/// @notice Plays a random game of calls on Karma or on PlainKarma and writes down all that can be seen from outside.
/// @dev A game ends in a revert that carries the record. So both tokens stand at the same address, and signatures,
/// domain separators and even the signer that a wrong signature yields must be equal to the bit.
abstract contract KarmaGame is Fixture {
    /// @notice What can be called. `Warp` calls nothing.
    enum Kind {
        Transfer,
        Approve,
        TransferFrom,
        Permit,
        PermitExpired,
        PermitWrongSigner,
        PermitMalformed,
        PermitAgain,
        Spend,
        SpendFrom,
        Award,
        Delegate,
        DelegateBySig,
        DelegateBySigExpired,
        DelegateBySigWrongNonce,
        Relayed,
        SuffixSpoofed,
        Warp
    }

    /// @notice One call and what came of it.
    struct Move {
        Kind kind;
        bool ok;
        bytes answer;
        bytes32 logs;
        bytes32 state;
    }

    uint256 internal constant MOVES = 24;
    uint256 internal constant KINDS = uint256(type(Kind).max) + 1;
    uint256 private constant START = 20_000 days + 12 hours;
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPE =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 private constant DELEGATION_TYPE =
        keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");

    address private _token;
    uint256 private _random;
    uint64 private _nextId;
    bytes private _lastPermit;

    /// @notice Not a fault: how a game gives its record.
    error Played(Move[] moves);

    /// @notice Always reverts, with the record.
    function play(bool ours, uint256 seed) external {
        VM.warp(START);
        VM.chainId(1);
        _random = seed;
        _token = ours
            ? address(new Karma(address(manager), address(forwarder), type(uint256).max))
            : address(new PlainKarma(address(forwarder)));
        permitRole(_token, Karma.awardRun.selector, AWARDER);
        Move[] memory moves = new Move[](MOVES);
        VM.recordLogs();
        for (uint256 i = 0; i < MOVES; ++i) {
            // Something to move, first.
            _move(moves[i], i < 2 ? Kind.Award : Kind(_below(KINDS)));
            if (i % 8 == 7) moves[i].state = _state();
        }
        revert Played(moves);
    }

    /// @notice The record in `Played`'s data.
    function unwrap(bytes calldata reason) external pure returns (Move[] memory) {
        return abi.decode(reason[4:], (Move[]));
    }

    /// @dev The record of a game.
    function record(bool ours, uint256 seed) internal returns (Move[] memory moves) {
        try this.play(ours, seed) {
            return moves;
        } catch (bytes memory reason) {
            VM.assertTrue(bytes4(reason) == Played.selector, "the game itself failed");
            return this.unwrap(reason);
        }
    }

    function _move(Move memory move, Kind kind) private {
        move.kind = kind;
        (address sender, bytes memory data) = _choose(kind);
        if (data.length == 0) return;
        VM.prank(sender);
        // What a refusal says is half of the game.
        // solhint-disable-next-line avoid-low-level-calls
        (move.ok, move.answer) = _token.call(data);
        Vm.Log[] memory logs = VM.getRecordedLogs();
        move.logs = keccak256(abi.encode(logs));
    }

    /*//////////////////////////////////////////////////////////////
                                MOVES
    //////////////////////////////////////////////////////////////*/

    function _choose(Kind kind) private returns (address sender, bytes memory data) {
        sender = _below(24) == 0 && kind != Kind.Delegate ? address(0) : VM.addr(_key());
        if (kind == Kind.Warp) _warp();
        else if (kind == Kind.Transfer) data = _transfer(sender);
        else if (kind == Kind.Approve) data = abi.encodeCall(IERC20.approve, (_someone(), _grant(sender)));
        else if (kind == Kind.TransferFrom) data = _transferFrom(sender);
        else if (kind == Kind.Spend) data = abi.encodeCall(Karma.spend, (_amount(sender), "ref"));
        else if (kind == Kind.SpendFrom) data = _spendFrom(sender);
        else if (kind == Kind.Award) (sender, data) = (awarder, _award());
        else if (kind == Kind.Delegate) data = abi.encodeCall(Votes.delegate, (_someone()));
        else if (kind == Kind.Relayed) (sender, data) = (address(forwarder), bytes.concat(_transfer(sender), bytes20(sender)));
        else if (kind == Kind.SuffixSpoofed) data = bytes.concat(_transfer(sender), bytes20(_someone()));
        else if (kind == Kind.PermitAgain) data = _lastPermit;
        else if (kind >= Kind.DelegateBySig) data = _delegateBySig(kind);
        else data = _permit(kind);
    }

    /// @dev Time passes, and now and then the chain forks, which ends all signatures.
    function _warp() private {
        VM.warp(block.timestamp + _below(1 hours));
        if (_below(4) == 0) VM.chainId(1 + _below(2));
    }

    function _transfer(address sender) private returns (bytes memory) {
        return abi.encodeCall(IERC20.transfer, (_someone(), _amount(sender)));
    }

    /// @dev Mostly within an allowance that someone has.
    function _transferFrom(address sender) private returns (bytes memory) {
        address from = _someone();
        return abi.encodeCall(IERC20.transferFrom, (from, _someone(), _allowed(from, sender)));
    }

    function _spendFrom(address sender) private returns (bytes memory) {
        address from = _someone();
        return abi.encodeCall(Karma.spendFrom, (from, _allowed(from, sender), "ref", _below(2) == 0));
    }

    /// @dev 1 to 4 awards; sometimes one of them to no one.
    function _award() private returns (bytes memory) {
        uint256[] memory packed = new uint256[](1 + _below(4));
        for (uint256 i = 0; i < packed.length; ++i) packed[i] = pack(_someone(), 1 + _below(1_000));
        uint64 first = _nextId;
        _nextId += 4;
        return abi.encodeCall(Karma.awardRun, (first, packed, RULES));
    }

    function _permit(Kind kind) private returns (bytes memory data) {
        uint256 key = _key();
        address owner = VM.addr(key);
        address spender = _someone();
        uint256 value = _grant(owner);
        uint256 deadline = kind == Kind.PermitExpired ? block.timestamp - 1 : block.timestamp + _below(2);
        uint256 nonce = IERC20Permit(_token).nonces(owner);
        bytes32 message = keccak256(abi.encode(PERMIT_TYPE, owner, spender, value, nonce, deadline));
        if (kind == Kind.PermitWrongSigner) value ^= 1;
        (uint8 v, bytes32 r, bytes32 s) = _sign(key, message);
        if (kind == Kind.PermitMalformed) (v, r, s) = _malform(v, r, s);
        data = abi.encodeCall(IERC20Permit.permit, (owner, spender, value, deadline, v, r, s));
        if (kind == Kind.Permit) _lastPermit = data;
    }

    function _delegateBySig(Kind kind) private returns (bytes memory) {
        uint256 key = _key();
        uint256 nonce = IERC20Permit(_token).nonces(VM.addr(key)) + (kind == Kind.DelegateBySigWrongNonce ? 1 : 0);
        uint256 expiry = kind == Kind.DelegateBySigExpired ? block.timestamp - 1 : block.timestamp;
        address to = _someone();
        (uint8 v, bytes32 r, bytes32 s) = _sign(key, keccak256(abi.encode(DELEGATION_TYPE, to, nonce, expiry)));
        return abi.encodeCall(Votes.delegateBySig, (to, nonce, expiry, v, r, s));
    }

    /// @dev Over the domain as EIP-712 has it, not as the token says.
    function _sign(uint256 key, bytes32 message) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPE, keccak256("SNPD Karma"), keccak256("1"), block.chainid, _token)
        );
        return VM.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, message)));
    }

    /// @dev A v that is none, or the same signature's twin with the high s.
    function _malform(uint8 v, bytes32 r, bytes32 s) private returns (uint8, bytes32, bytes32) {
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        if (_below(2) == 0) return (v + 2, r, s);
        return (55 - v, r, bytes32(order - uint256(s)));
    }

    /*//////////////////////////////////////////////////////////////
                                CHANCE
    //////////////////////////////////////////////////////////////*/

    function _below(uint256 end) private returns (uint256) {
        _random = uint256(keccak256(abi.encode(_random)));
        return _random % end;
    }

    function _key() private returns (uint256) {
        return 1 + _below(3);
    }

    /// @dev One of three with keys, now and then the token, or no one.
    function _someone() private returns (address) {
        uint256 pick = _below(24);
        if (pick == 0) return address(0);
        if (pick == 1) return _token;
        return VM.addr(1 + (pick % 3));
    }

    /// @dev Around what `owner` has, and at the edges of every width in use.
    function _amount(address owner) private returns (uint256) {
        uint256 balance = IERC20(_token).balanceOf(owner);
        uint256 pick = _below(16);
        if (pick == 0) return balance + 1;
        if (pick == 1) return balance;
        if (pick == 2) return type(uint256).max;
        if (pick == 3) return (1 << 112) + _below(balance + 1);
        if (pick == 4) return (1 << 224) + _below(balance + 1);
        return _below(balance + 1);
    }

    /// @dev An allowance: one in four is without end.
    function _grant(address owner) private returns (uint256) {
        return _below(4) == 0 ? type(uint256).max : _amount(owner);
    }

    function _allowed(address owner, address spender) private returns (uint256) {
        uint256 allowance = IERC20(_token).allowance(owner, spender);
        uint256 amount = _amount(owner);
        return amount > allowance && _below(4) != 0 ? _below(allowance + 1) : amount;
    }

    /*//////////////////////////////////////////////////////////////
                                STATE
    //////////////////////////////////////////////////////////////*/

    /// @dev All the token says of itself and of everyone.
    function _state() private view returns (bytes32 state) {
        PlainKarma token = PlainKarma(_token);
        (, string memory name, string memory version, uint256 chain, address self, , ) = token.eip712Domain();
        state = keccak256(
            abi.encode(name, version, chain, self, token.DOMAIN_SEPARATOR(), token.name(), token.symbol(), token.decimals())
        );
        state = keccak256(abi.encode(state, token.totalSupply(), token.clock(), token.CLOCK_MODE()));
        for (uint256 hour = 0; START + hour * 1 hours < block.timestamp; ++hour)
            state = keccak256(abi.encode(state, token.getPastTotalSupply(START + hour * 1 hours)));
        address[5] memory all = [VM.addr(1), VM.addr(2), VM.addr(3), address(0), _token];
        for (uint256 i = 0; i < all.length; ++i) {
            state = keccak256(abi.encode(state, _account(token, all[i])));
            for (uint256 j = 0; j < all.length; ++j)
                state = keccak256(abi.encode(state, token.allowance(all[i], all[j])));
        }
    }

    function _account(PlainKarma token, address who) private view returns (bytes32) {
        uint256 past = block.timestamp == START ? 0 : token.getPastVotes(who, block.timestamp - 1);
        return
            keccak256(
                abi.encode(
                    token.balanceOf(who),
                    token.lifetimeEarned(who),
                    token.nonces(who),
                    token.delegates(who),
                    token.getVotes(who),
                    past
                )
            );
    }
}
