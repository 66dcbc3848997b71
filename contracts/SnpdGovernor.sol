// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";

/// @title SnpdGovernor
/// @notice Members propose, vote with what they ever earned, and after the timelock's delay anyone may execute what won.
/// @dev OpenZeppelin's Governor, put together; own is that a vote without weight is refused, and that members propose and
/// vote without gas (ERC-2771). Times are seconds, because the token's clock is. What a
/// proposal can change is what the timelock may: it holds the GOVERNOR role, and owns the settings of this contract. The
/// timelock has no key, so that no forwarded call can be its.
contract SnpdGovernor is
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotesQuorumFraction,
    GovernorTimelockControl,
    ERC2771Context
{
    /// @notice What won must be seen before it takes effect: the timelock's delay cannot be 0.
    error TimelockWithoutDelay();

    /// @notice `voter` had no votes at `snapshot` (unix seconds): nothing earned, or the vote not switched on by then.
    error VoteWithoutWeight(address voter, uint256 snapshot);

    /// @param token_ tells the votes an account had at a moment, and the sum of all; its clock is in seconds
    /// @param timelock_ executes what won
    /// @param votingDelay_ seconds from the proposal to the moment whose weights count
    /// @param votingPeriod_ seconds to vote from then on
    /// @param proposalThreshold_ votes a proposer needs, in wei of karma ever earned
    /// @param quorumPercent_ of all karma ever earned must be for it or abstain
    /// @param forwarder_ the ERC-2771 forwarder whose relayed calls count as their signer's
    constructor(
        IVotes token_,
        TimelockController timelock_,
        uint48 votingDelay_,
        uint32 votingPeriod_,
        uint256 proposalThreshold_,
        uint256 quorumPercent_,
        address forwarder_
    )
        Governor("SNPD Governor")
        GovernorSettings(votingDelay_, votingPeriod_, proposalThreshold_)
        GovernorVotes(token_)
        GovernorVotesQuorumFraction(quorumPercent_)
        GovernorTimelockControl(timelock_)
        ERC2771Context(forwarder_)
    {
        if (timelock_.getMinDelay() == 0) revert TimelockWithoutDelay();
    }

    /*//////////////////////////////////////////////////////////////
                        A VOTE HAS WEIGHT
    //////////////////////////////////////////////////////////////*/

    /// @dev OpenZeppelin counts a vote of nothing as cast; then who believed to have voted never learns that it was in vain.
    function _countVote(
        uint256 proposalId,
        address voter,
        uint8 support,
        uint256 weight,
        bytes memory params
    ) internal override(Governor, GovernorCountingSimple) returns (uint256) {
        if (weight == 0) revert VoteWithoutWeight(voter, proposalSnapshot(proposalId));
        return super._countVote(proposalId, voter, support, weight, params);
    }

    /*//////////////////////////////////////////////////////////////
                        WHICH PARENT ANSWERS
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc GovernorTimelockControl
    function state(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @inheritdoc GovernorTimelockControl
    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    /// @inheritdoc GovernorSettings
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
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
