// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {AccessPass} from "./AccessPass.sol";
import {Karma} from "./Karma.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title SnpdGovernorTimelockTest
/// @notice Nobody but a won vote moves the timelock, and a won vote moves what GOVERNOR may and no more.
contract SnpdGovernorTimelockTest is GovFixture {
    function testTheTimelocksRolesAreTheGovernorsAndAnyones() external view {
        bytes32 proposer = timelock.PROPOSER_ROLE();
        bytes32 canceller = timelock.CANCELLER_ROLE();
        bytes32 executor = timelock.EXECUTOR_ROLE();
        bytes32 root = timelock.DEFAULT_ADMIN_ROLE();
        address[7] memory others = [address(this), admin, guard, awarder, alice, address(guardian), address(0)];
        VM.assertTrue(timelock.hasRole(proposer, address(governor)), "the governor schedules");
        VM.assertTrue(timelock.hasRole(canceller, address(governor)), "and cancels");
        VM.assertTrue(timelock.hasRole(executor, address(0)), "anyone executes");
        VM.assertTrue(timelock.hasRole(root, address(timelock)), "it rules itself");
        VM.assertFalse(timelock.hasRole(root, address(governor)), "the governor does not");
        VM.assertEq(timelock.getMinDelay(), TIMELOCK_DELAY, "delay");
        for (uint256 i = 0; i < others.length; ++i) {
            VM.assertFalse(timelock.hasRole(proposer, others[i]), "a second proposer");
            VM.assertFalse(timelock.hasRole(canceller, others[i]), "a second canceller");
            VM.assertFalse(timelock.hasRole(root, others[i]), "an admin is left");
        }
    }

    function testNobodySchedulesCancelsOrGrantsPastTheGovernor() external {
        Proposal memory proposal = _flagProposal(7);
        bytes32 proposer = timelock.PROPOSER_ROLE();
        bytes32 canceller = timelock.CANCELLER_ROLE();
        address[4] memory others = [address(this), admin, guard, alice];
        for (uint256 i = 0; i < others.length; ++i) {
            VM.startPrank(others[i]);
            _expectNoRole(others[i], proposer);
            timelock.schedule(proposal.targets[0], 0, proposal.calls[0], 0, 0, TIMELOCK_DELAY);
            _expectNoRole(others[i], proposer);
            timelock.scheduleBatch(
                proposal.targets,
                proposal.values,
                proposal.calls,
                0,
                0,
                TIMELOCK_DELAY
            );
            _expectNoRole(others[i], canceller);
            timelock.cancel(0);
            _expectNoRole(others[i], 0);
            timelock.grantRole(proposer, others[i]);
            VM.expectRevert(
                abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, others[i])
            );
            timelock.updateDelay(0);
            VM.stopPrank();
        }
    }

    function testAnyoneMayExecuteOnTheTimelockItself() external {
        Proposal memory proposal = _flagProposal(7);
        uint256 id = _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(proposal.text));
        VM.prank(carol);
        timelock.executeBatch(proposal.targets, proposal.values, proposal.calls, 0, salt);
        _expectState(id, IGovernor.ProposalState.Executed, "the governor knows");
        (uint256 value, ) = flags.get(FLAG);
        VM.assertEq(value, 7, "done");
    }

    /*//////////////////////////////////////////////////////////////
                        WHAT A VOTE MAY CHANGE
    //////////////////////////////////////////////////////////////*/

    function testAVoteMayChangeTheRulesOfVoting() external {
        Proposal memory proposal = _proposal(
            address(governor),
            abi.encodeCall(GovernorSettings.setVotingPeriod, (1 weeks))
        );
        _win(proposal);
        _enact(proposal);
        VM.assertEq(governor.votingPeriod(), 1 weeks, "period");
    }

    function testAVoteMayChangeTheTimelocksDelay() external {
        Proposal memory proposal = _proposal(
            address(timelock),
            abi.encodeCall(TimelockController.updateDelay, (4 days))
        );
        _win(proposal);
        _enact(proposal);
        VM.assertEq(timelock.getMinDelay(), 4 days, "delay");
    }

    function testNobodyElseMayChangeTheRulesOfVoting() external {
        bytes[5] memory calls = [
            abi.encodeCall(GovernorSettings.setVotingDelay, (1)),
            abi.encodeCall(GovernorSettings.setVotingPeriod, (1)),
            abi.encodeCall(GovernorSettings.setProposalThreshold, (1)),
            abi.encodeWithSignature("updateQuorumNumerator(uint256)", 1),
            abi.encodeWithSignature("updateTimelock(address)", address(this))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            // The outcome is what is tested.
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, bytes memory reason) = address(governor).call(calls[i]);
            VM.assertFalse(done, "anyone may change a rule");
            bytes memory refusal = abi.encodeWithSelector(
                IGovernor.GovernorOnlyExecutor.selector,
                address(this)
            );
            VM.assertEq(reason, refusal, "reason");
        }
    }

    /// @notice The Governor's `relay` runs as the Governor, which holds no role.
    function testTheGovernorItselfMayNothing() external {
        bytes memory setting = abi.encodeWithSignature("set(bytes32,uint256)", FLAG, 7);
        Proposal memory proposal = _proposal(
            address(governor),
            abi.encodeWithSignature("relay(address,uint256,bytes)", address(flags), 0, setting)
        );
        _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        _expectUnauthorized(address(governor));
        _execute(proposal);
    }

    function testAVoteMayNotMintNorSetPricesNorTouchTheRoles() external {
        uint256[] memory loot = run(alice, 1_000e18, 1);
        AccessPass.Tier memory free;
        _expectVoteRefused(address(karma), abi.encodeCall(Karma.awardRun, (10, loot, RULES)));
        _expectVoteRefused(address(karma), abi.encodeCall(Karma.setDailyCap, (0)));
        _expectVoteRefused(address(pass), abi.encodeCall(AccessPass.setTier, (1, free)));
        _expectVoteRefused(address(guardian), abi.encodeWithSignature("close(address)", address(karma)));
        bytes memory grant = abi.encodeCall(IAccessManager.grantRole, (AWARDER, alice, 0));
        bytes memory refusal = abi.encodeWithSelector(
            IAccessManager.AccessManagerUnauthorizedAccount.selector,
            address(timelock),
            ADMIN
        );
        _expectVoteRefused(address(manager), grant, refusal);
    }

    function testAVoteMayDoMoreOnceAdminGivesGovernorMore() external {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = Karma.setDailyCap.selector;
        _asAdmin(
            address(manager),
            abi.encodeCall(IAccessManager.setTargetFunctionRole, (address(karma), selectors, GOVERNOR))
        );
        Proposal memory proposal = _proposal(address(karma), abi.encodeCall(Karma.setDailyCap, (5e18)));
        _win(proposal);
        _enact(proposal);
        VM.assertEq(karma.dailyCap(), 5e18, "cap");
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _expectVoteRefused(address target, bytes memory data) private {
        bytes memory refusal = abi.encodeWithSelector(
            IAccessManaged.AccessManagedUnauthorized.selector,
            address(timelock)
        );
        _expectVoteRefused(target, data, refusal);
    }

    function _expectVoteRefused(address target, bytes memory data, bytes memory refusal) private {
        Proposal memory proposal = _proposal(target, data);
        _win(proposal);
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        VM.expectRevert(refusal);
        _execute(proposal);
    }

    function _expectNoRole(address account, bytes32 role) private {
        VM.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, account, role)
        );
    }
}
