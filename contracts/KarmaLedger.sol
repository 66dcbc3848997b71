// SPDX-License-Identifier: MIT
// ERC-2612 and ERC-6372 write two names in capitals.
// solhint-disable func-name-mixedcase
pragma solidity 0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title KarmaLedger
/// @notice Who has how much karma, who earned how much, and whose vote that is.
/// @dev The reason not to use OpenZeppelin's ERC20: balance and lifetimeEarned share a slot here, so that an award
/// writes one. All else (results, events and their order, errors) is as OpenZeppelin's ERC20Permit has it, which
/// KarmaLedger.fuzz.t.sol proves by playing the same calls on both.
abstract contract KarmaLedger is IERC20Metadata, IERC20Errors, IERC20Permit, Votes {
    /*//////////////////////////////////////////////////////////////
                                STATE
    //////////////////////////////////////////////////////////////*/

    string private constant NAME = "SNPD Karma";

    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    /// @dev Where lifetimeEarned starts in an account's word.
    uint256 private constant EARNED = 112;

    /// @dev Times an amount, this adds it to the balance and to lifetimeEarned at once.
    uint256 private constant BOTH = (1 << EARNED) | 1;

    /// @dev Set in an account's word once it named a delegate, so that an award to one who never did asks no further.
    uint256 private constant NAMED_DELEGATE = 1 << 224;

    /// @dev One word an account: balance in bits 0 to 111, lifetimeEarned in bits 112 to 223, NAMED_DELEGATE.
    /// Neither amount can leave its bits: all balances together are the supply, at most 1e27 wei (2^90), and a day
    /// mints no more than that, so that lifetimeEarned reaches 2^112 after 14,000 years at the earliest.
    mapping(address account => uint256 word) private _accounts;

    mapping(address owner => mapping(address spender => uint256 amount)) private _allowances;

    /// @dev Sum of all balances. The last variable here, so that Karma's counters share its slot.
    uint112 private _supply;

    /*//////////////////////////////////////////////////////////////
                                ERRORS
    //////////////////////////////////////////////////////////////*/

    /// @notice The permit ended at `deadline` (unix seconds). As in OpenZeppelin's ERC20Permit.
    error ERC2612ExpiredSignature(uint256 deadline);

    /// @notice The permit was signed by `signer`, or for another nonce or token. As in OpenZeppelin's ERC20Permit.
    error ERC2612InvalidSigner(address signer, address owner);

    constructor() EIP712(NAME, "1") {}

    /*//////////////////////////////////////////////////////////////
                                ERC-20
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IERC20Metadata
    function name() external pure returns (string memory) {
        return NAME;
    }

    /// @inheritdoc IERC20Metadata
    function symbol() external pure returns (string memory) {
        return "KARMA";
    }

    /// @inheritdoc IERC20Metadata
    function decimals() external pure returns (uint8) {
        return 18;
    }

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256) {
        return _supply;
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) external view returns (uint256) {
        return uint112(_accounts[account]);
    }

    /// @notice All karma ever awarded to an account, in wei. Never falls: neither spending nor trading changes it.
    function lifetimeEarned(address account) public view returns (uint256) {
        return uint112(_accounts[account] >> EARNED);
    }

    /// @inheritdoc IERC20
    function allowance(address owner, address spender) external view returns (uint256) {
        return _allowances[owner][spender];
    }

    /// @inheritdoc IERC20
    function transfer(address to, uint256 value) external returns (bool) {
        _transfer(_msgSender(), to, value);
        return true;
    }

    /// @inheritdoc IERC20
    function approve(address spender, uint256 value) external returns (bool) {
        _approve(_msgSender(), spender, value);
        emit Approval(_msgSender(), spender, value);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        _spendAllowance(from, _msgSender(), value);
        _transfer(from, to, value);
        return true;
    }

    /*//////////////////////////////////////////////////////////////
                            ERC-2612
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (block.timestamp > deadline) revert ERC2612ExpiredSignature(deadline);
        bytes32 message = keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, _useNonce(owner), deadline));
        address signer = ECDSA.recover(_hashTypedDataV4(message), v, r, s);
        if (signer != owner) revert ERC2612InvalidSigner(signer, owner);
        _approve(owner, spender, value);
        emit Approval(owner, spender, value);
    }

    /// @inheritdoc IERC20Permit
    /// @dev Permits and delegations by signature count together, as in OpenZeppelin's ERC20Votes.
    function nonces(address owner) public view override(IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @notice What sets this token's signatures apart from all others (EIP-712): name, version 1, chain and address.
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /*//////////////////////////////////////////////////////////////
                    VOTES: ERC-5805 OVER LIFETIMEEARNED
    //////////////////////////////////////////////////////////////*/

    /// @notice The votes' clock: unix seconds.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice That clock's name in ERC-6372.
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev Spending karma costs no voice and buying it buys none.
    function _getVotingUnits(address account) internal view override returns (uint256) {
        return lifetimeEarned(account);
    }

    /// @dev All ways to delegate come through here.
    function _delegate(address account, address delegatee) internal override {
        _accounts[account] |= NAMED_DELEGATE;
        super._delegate(account, delegatee);
    }

    /*//////////////////////////////////////////////////////////////
                            MOVING KARMA
    //////////////////////////////////////////////////////////////*/

    /// @dev Gives `to` an award of less than 2^96 wei. What a run of these gave is then to be told to `_grow`.
    function _earn(address to, uint256 amount) internal {
        if (to == address(0)) revert ERC20InvalidReceiver(address(0));
        uint256 word = _accounts[to];
        unchecked {
            // See _accounts for why neither amount leaves its bits.
            _accounts[to] = word + amount * BOTH;
        }
        emit Transfer(address(0), to, amount);
        if (word & NAMED_DELEGATE != 0) _moveDelegateVotes(address(0), delegates(to), amount);
    }

    /// @dev Counts what a run of `_earn` minted, and returns the supply. One checkpoint a run instead of one an award:
    /// this contract stands for all who earned, and as it has no delegate no vote moves with it.
    function _grow(uint256 minted) internal returns (uint256 supply) {
        supply = _supply + minted;
        _supply = uint112(supply);
        _transferVotingUnits(address(0), address(this), minted);
    }

    function _transfer(address from, address to, uint256 value) internal {
        if (from == address(0)) revert ERC20InvalidSender(address(0));
        if (to == address(0)) revert ERC20InvalidReceiver(address(0));
        _take(from, value);
        unchecked {
            // No balance is above the supply.
            _accounts[to] += value;
        }
        emit Transfer(from, to, value);
    }

    function _burn(address from, uint256 value) internal {
        if (from == address(0)) revert ERC20InvalidSender(address(0));
        _take(from, value);
        unchecked {
            // value <= balance <= supply.
            _supply -= uint112(value);
        }
        emit Transfer(from, address(0), value);
    }

    function _take(address from, uint256 value) private {
        uint256 word = _accounts[from];
        uint256 balance = uint112(word);
        if (balance < value) revert ERC20InsufficientBalance(from, balance, value);
        unchecked {
            _accounts[from] = word - value;
        }
    }

    /// @dev Without the event, which no spending of an allowance emits.
    function _approve(address owner, address spender, uint256 value) private {
        if (owner == address(0)) revert ERC20InvalidApprover(address(0));
        if (spender == address(0)) revert ERC20InvalidSpender(address(0));
        _allowances[owner][spender] = value;
    }

    /// @dev An allowance of 2^256 - 1 is without end.
    function _spendAllowance(address owner, address spender, uint256 value) internal {
        uint256 allowed = _allowances[owner][spender];
        if (allowed == type(uint256).max) return;
        if (allowed < value) revert ERC20InsufficientAllowance(spender, allowed, value);
        unchecked {
            _approve(owner, spender, allowed - value);
        }
    }
}
