// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TradeEscrow} from "../TradeEscrow.sol";
import {Fixture} from "./Fixture.t.sol";

/// @title TradeFixture
/// @notice A TradeEscrow with an arbiter; alice and bob have 1,000 wei of karma each and let it take them.
abstract contract TradeFixture is Fixture {
    uint96 internal constant BOND = 100;
    uint64 internal constant WINDOW = 7 days;
    bytes32 internal constant TERMS = keccak256("a pair for a pair");

    TradeEscrow internal escrow;
    address internal arbiter = address(0xA2B17E2);
    address internal stranger = address(0x57A4);
    uint40 internal acceptBy;
    uint40 internal confirmBy;

    /// @notice Runs before each test.
    function setUp() public virtual override {
        super.setUp();
        escrow = new TradeEscrow(address(manager), address(forwarder), karma, WINDOW);
        permitRole(address(escrow), TradeEscrow.rule.selector, ARBITER);
        manager.grantRole(ARBITER, arbiter, 0);
        acceptBy = uint40(block.timestamp + 1 days);
        confirmBy = uint40(block.timestamp + 3 days);
        award(1, alice, 1_000);
        award(2, bob, 1_000);
        VM.prank(alice);
        karma.approve(address(escrow), type(uint256).max);
        VM.prank(bob);
        karma.approve(address(escrow), type(uint256).max);
    }

    /// @dev alice offers bob the trade.
    function proposed() internal returns (bytes32 id) {
        VM.prank(alice);
        return escrow.propose(bob, BOND, acceptBy, confirmBy, TERMS);
    }

    /// @dev ... and bob takes it up.
    function accepted() internal returns (bytes32 id) {
        id = proposed();
        VM.prank(bob);
        escrow.accept(id);
    }

    /// @dev ... and bob complains.
    function disputed() internal returns (bytes32 id) {
        id = accepted();
        VM.prank(bob);
        escrow.dispute(id);
    }

    function stateOf(bytes32 id) internal view returns (TradeEscrow.State state) {
        (, , , , , state, ) = escrow.trades(id);
    }

    /// @dev What alice, bob and the escrow hold now.
    function expectHeld(uint256 byAlice, uint256 byBob, uint256 byEscrow) internal view {
        VM.assertEq(karma.balanceOf(alice), byAlice, "alice's karma");
        VM.assertEq(karma.balanceOf(bob), byBob, "bob's karma");
        VM.assertEq(karma.balanceOf(address(escrow)), byEscrow, "the escrow's karma");
    }

    function expectState(bytes32 id, TradeEscrow.State state) internal view {
        VM.assertEq(uint256(stateOf(id)), uint256(state), "state");
    }

    /// @dev The refusal of what cannot be done where the trade stands.
    function wrongState(bytes32 id) internal view returns (bytes memory) {
        return abi.encodeWithSelector(TradeEscrow.WrongState.selector, id, stateOf(id));
    }
}
