// SPDX-License-Identifier: MIT
// solhint-disable func-name-mixedcase
pragma solidity 0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

/// @title PlainKarma
/// @notice Karma without its own ledger, as one would write it from OpenZeppelin's ERC20Permit and Votes alone, and
/// without limits: the measure of what Karma answers, emits and refuses.
contract PlainKarma is ERC20Permit, Votes, ERC2771Context {
    /// @notice As in Karma.
    mapping(address account => uint256 amount) public lifetimeEarned;

    /// @notice As in Karma.
    event AwardBatch(uint64 indexed firstId, uint256 count, bytes32 ruleset);

    /// @notice As in Karma.
    event Spent(address indexed from, uint256 amount, bytes32 ref, bool burned);

    constructor(
        address forwarder
    ) ERC20("SNPD Karma", "KARMA") ERC20Permit("SNPD Karma") ERC2771Context(forwarder) {}

    /// @notice Karma's awardRun.
    function awardRun(uint64 firstId, uint256[] calldata packed, bytes32 ruleset) external {
        emit AwardBatch(firstId, packed.length, ruleset);
        for (uint256 i = 0; i < packed.length; ++i) {
            address to = address(uint160(packed[i] >> 96));
            uint256 amount = uint96(packed[i]);
            _mint(to, amount);
            lifetimeEarned[to] += amount;
            _transferVotingUnits(address(0), to, amount);
        }
    }

    /// @notice Karma's spend.
    function spend(uint256 amount, bytes32 ref) external {
        _burn(_msgSender(), amount);
        emit Spent(_msgSender(), amount, ref, true);
    }

    /// @notice Karma's spendFrom.
    function spendFrom(address from, uint256 amount, bytes32 ref, bool burn) external {
        _spendAllowance(from, _msgSender(), amount);
        if (burn) _burn(from, amount);
        else _transfer(from, _msgSender(), amount);
        emit Spent(from, amount, ref, burn);
    }

    /// @inheritdoc Votes
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    /// @notice As in Karma.
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return lifetimeEarned[account];
    }

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
