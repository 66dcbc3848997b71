// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {AccessPass} from "../AccessPass.sol";
import {FeatureFlags} from "../FeatureFlags.sol";
import {Guardian} from "../Guardian.sol";
import {Karma} from "../Karma.sol";
import {Raffle} from "../Raffle.sol";
import {SnpdGovernor} from "../SnpdGovernor.sol";
import {TradeEscrow} from "../TradeEscrow.sol";
import {Fixture} from "./Fixture.t.sol";
import {RaffleBeacon} from "./RaffleBeacon.t.sol";

/// @title GovFixture
/// @notice The whole house under its roles as scripts/deploy leaves it: ADMIN waits, and this test has no power left.
/// alice, bob and carol earned 60, 30 and 10 karma; alice and bob switched their vote on.
abstract contract GovFixture is Fixture {
    struct Proposal {
        address[] targets;
        uint256[] values;
        bytes[] calls;
        string text;
    }

    uint64 internal constant ADMIN = 0;
    uint32 internal constant ADMIN_DELAY = 2 days;

    uint48 internal constant VOTING_DELAY = 1 hours;
    uint32 internal constant VOTING_PERIOD = 3 days;
    uint256 internal constant THRESHOLD = 30e18;
    uint256 internal constant QUORUM_PERCENT = 40;
    uint256 internal constant TIMELOCK_DELAY = 1 days;

    // Governor's numbers for a vote.
    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;

    bytes32 internal constant FLAG = "karma.restock.confirmed";
    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant BALLOT =
        keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)");

    address internal carol = address(0xCA401);
    address internal admin = address(0xAD314);
    address internal operator = address(0x09e4a);
    address internal arbiter = address(0xA4B17);
    address internal guard = address(0x64A4D);

    AccessPass internal pass;
    RaffleBeacon internal beacon;
    Raffle internal raffle;
    TradeEscrow internal escrow;
    FeatureFlags internal flags;
    TimelockController internal timelock;
    SnpdGovernor internal governor;
    Guardian internal guardian;

    /// @notice Runs before each test.
    function setUp() public virtual override {
        super.setUp();
        pass = new AccessPass(address(manager), address(forwarder), karma);
        beacon = new RaffleBeacon();
        raffle = new Raffle(address(manager), address(forwarder), karma, pass, beacon, 1 minutes);
        escrow = new TradeEscrow(address(manager), address(forwarder), karma, 7 days);
        flags = new FeatureFlags(address(manager));
        guardian = new Guardian(address(manager));
        _deployGovernor();
        _assignRoles();
        award(1, alice, 60e18);
        award(2, bob, 30e18);
        award(3, carol, 10e18);
        _delegate(alice, alice);
        _delegate(bob, bob);
        VM.warp(block.timestamp + 1);
    }

    function _deployGovernor() private {
        address[] memory anyone = new address[](1);
        timelock = new TimelockController(TIMELOCK_DELAY, new address[](0), anyone, address(this));
        governor = _newGovernor(timelock);
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(governor));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), address(this));
    }

    function _newGovernor(TimelockController executor) internal returns (SnpdGovernor) {
        return
            new SnpdGovernor(
                karma,
                executor,
                VOTING_DELAY,
                VOTING_PERIOD,
                THRESHOLD,
                QUORUM_PERCENT,
                address(forwarder)
            );
    }

    function _assignRoles() private {
        permitRole(address(raffle), Raffle.create.selector, RAFFLE_OPERATOR);
        permitRole(address(raffle), Raffle.cancel.selector, RAFFLE_OPERATOR);
        permitRole(address(escrow), TradeEscrow.rule.selector, ARBITER);
        permitRole(address(flags), FeatureFlags.set.selector, GOVERNOR);
        permitRole(address(guardian), Guardian.close.selector, GUARDIAN);
        manager.grantRole(RAFFLE_OPERATOR, operator, 0);
        manager.grantRole(ARBITER, arbiter, 0);
        manager.grantRole(GUARDIAN, guard, 0);
        manager.grantRole(GOVERNOR, address(timelock), 0);
        manager.grantRole(ADMIN, address(guardian), 0);
        manager.grantRole(ADMIN, admin, ADMIN_DELAY);
        manager.renounceRole(ADMIN, address(this));
    }

    /*//////////////////////////////////////////////////////////////
                        THE LIFE OF A PROPOSAL
    //////////////////////////////////////////////////////////////*/

    /// @dev One call, not yet proposed.
    function _proposal(address target, bytes memory data) internal pure returns (Proposal memory proposal) {
        proposal.targets = new address[](1);
        proposal.targets[0] = target;
        proposal.values = new uint256[](1);
        proposal.calls = new bytes[](1);
        proposal.calls[0] = data;
        proposal.text = "why";
    }

    /// @dev Sets FLAG.
    function _flagProposal(uint256 value) internal view returns (Proposal memory) {
        return _proposal(address(flags), abi.encodeCall(FeatureFlags.set, (FLAG, value)));
    }

    /// @dev As `proposer`.
    function _propose(address proposer, Proposal memory proposal) internal returns (uint256 id) {
        VM.prank(proposer);
        return governor.propose(proposal.targets, proposal.values, proposal.calls, proposal.text);
    }

    /// @dev Proposed by alice, and open for votes.
    function _open(Proposal memory proposal) internal returns (uint256 id) {
        id = _propose(alice, proposal);
        VM.warp(block.timestamp + VOTING_DELAY + 1);
    }

    function _vote(address voter, uint256 id, uint8 support) internal returns (uint256 weight) {
        VM.prank(voter);
        return governor.castVote(id, support);
    }

    /// @dev Won by alice's vote, the period over.
    function _win(Proposal memory proposal) internal returns (uint256 id) {
        id = _open(proposal);
        _vote(alice, id, FOR);
        VM.warp(block.timestamp + VOTING_PERIOD);
    }

    function _queue(Proposal memory proposal) internal {
        governor.queue(proposal.targets, proposal.values, proposal.calls, keccak256(bytes(proposal.text)));
    }

    function _execute(Proposal memory proposal) internal {
        governor.execute(proposal.targets, proposal.values, proposal.calls, keccak256(bytes(proposal.text)));
    }

    function _cancel(address caller, Proposal memory proposal) internal {
        VM.prank(caller);
        governor.cancel(proposal.targets, proposal.values, proposal.calls, keccak256(bytes(proposal.text)));
    }

    /// @dev From won to done.
    function _enact(Proposal memory proposal) internal {
        _queue(proposal);
        VM.warp(block.timestamp + TIMELOCK_DELAY);
        _execute(proposal);
    }

    /*//////////////////////////////////////////////////////////////
                                HELPERS
    //////////////////////////////////////////////////////////////*/

    function _delegate(address member, address to) internal {
        VM.prank(member);
        karma.delegate(to);
    }

    /// @dev What `key` signs so that `voter` votes on this governor.
    function _ballotOf(
        uint256 key,
        address voter,
        uint256 id,
        uint8 support
    ) internal view returns (bytes memory) {
        bytes32 message = keccak256(abi.encode(BALLOT, id, support, voter, governor.nonces(voter)));
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN,
                keccak256("SNPD Governor"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, message)));
        return abi.encodePacked(r, s, v);
    }

    function _ballot(uint256 key, uint256 id, uint8 support) internal view returns (bytes memory) {
        return _ballotOf(key, VM.addr(key), id, support);
    }

    /// @dev A trade of alice and bob, with bonds of 1 karma, that an arbiter is asked to rule upon.
    function _disputed() internal returns (bytes32 id) {
        VM.startPrank(bob);
        karma.approve(address(escrow), 1e18);
        VM.stopPrank();
        VM.startPrank(alice);
        karma.approve(address(escrow), 1e18);
        id = escrow.propose(bob, 1e18, uint40(block.timestamp + 1 days), uint40(block.timestamp + 2 days), 0);
        VM.stopPrank();
        VM.startPrank(bob);
        escrow.accept(id);
        escrow.dispute(id);
        VM.stopPrank();
    }

    /// @dev Schedules the call as the admin, lets its delay pass and makes it.
    function _asAdmin(address target, bytes memory data) internal {
        VM.prank(admin);
        manager.schedule(target, data, 0);
        VM.warp(block.timestamp + ADMIN_DELAY);
        VM.prank(admin);
        manager.execute(target, data);
    }

    function _expectUnauthorized(address account) internal {
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, account));
    }

    function _expectState(uint256 id, IGovernor.ProposalState expected, string memory reason) internal view {
        VM.assertEq(uint256(governor.state(id)), uint256(expected), reason);
    }

    /// @dev One call of each function that AccessManager keeps for ADMIN.
    function _adminPowers() internal view returns (bytes[] memory powers) {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = Karma.awardRun.selector;
        address target = address(karma);
        powers = new bytes[](11);
        powers[0] = abi.encodeCall(IAccessManager.grantRole, (ADMIN, guard, 0));
        powers[1] = abi.encodeCall(IAccessManager.revokeRole, (AWARDER, awarder));
        powers[2] = abi.encodeCall(IAccessManager.setTargetFunctionRole, (target, selectors, GUARDIAN));
        powers[3] = abi.encodeCall(IAccessManager.setTargetClosed, (target, false));
        powers[4] = abi.encodeCall(IAccessManager.setTargetClosed, (target, true));
        powers[5] = abi.encodeCall(IAccessManager.updateAuthority, (target, address(guardian)));
        powers[6] = abi.encodeCall(IAccessManager.setTargetAdminDelay, (target, 1));
        powers[7] = abi.encodeCall(IAccessManager.setRoleAdmin, (AWARDER, GUARDIAN));
        powers[8] = abi.encodeCall(IAccessManager.setRoleGuardian, (AWARDER, GUARDIAN));
        powers[9] = abi.encodeCall(IAccessManager.setGrantDelay, (AWARDER, 1));
        powers[10] = abi.encodeCall(IAccessManager.labelRole, (AWARDER, "mine"));
    }
}
