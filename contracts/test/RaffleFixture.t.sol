// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessPass} from "../AccessPass.sol";
import {IRaffle} from "../IRaffle.sol";
import {Raffle} from "../Raffle.sol";
import {Fixture} from "./Fixture.t.sol";
import {RaffleBeacon} from "./RaffleBeacon.t.sol";

/// @title RaffleFixture
/// @notice Raffle under the fixture's AccessManager; pass tiers 1 and 2; alice has karma and gave an allowance.
abstract contract RaffleFixture is Fixture {
    uint96 internal constant PRICE = 100;
    uint64 internal constant MARGIN = 60;
    bytes32 internal constant PRIZES = keccak256("two pairs, size 10");

    address internal operator = address(0x0FE2A702);
    AccessPass internal pass;
    RaffleBeacon internal beacon;
    Raffle internal raffle;
    uint64 private _nextAward = 1;

    /// @notice Runs before each test.
    function setUp() public virtual override {
        super.setUp();
        pass = new AccessPass(address(manager), address(forwarder), karma);
        pass.setTier(1, AccessPass.Tier({price: 20, period: 30 days, minEarned: 0}));
        pass.setTier(2, AccessPass.Tier({price: 50, period: 30 days, minEarned: 0}));
        beacon = new RaffleBeacon();
        raffle = new Raffle(address(manager), address(forwarder), karma, pass, beacon, MARGIN);
        permitRole(address(raffle), Raffle.create.selector, RAFFLE_OPERATOR);
        permitRole(address(raffle), Raffle.cancel.selector, RAFFLE_OPERATOR);
        manager.grantRole(RAFFLE_OPERATOR, operator, 0);
        fund(alice, 1_000);
        fund(bob, 1_000);
    }

    /// @dev Awards karma and lets the raffle, and the pass, take it.
    function fund(address member, uint256 amount) internal {
        award(_nextAward, member, amount);
        ++_nextAward;
        VM.startPrank(member);
        karma.approve(address(raffle), type(uint256).max);
        karma.approve(address(pass), type(uint256).max);
        VM.stopPrank();
    }

    /// @dev A raffle for everyone that closes in a day.
    function open(uint16 winners) internal returns (uint256 id) {
        return openTier(winners, 0);
    }

    function openTier(uint16 winners, uint8 tier) internal returns (uint256 id) {
        uint40 closesAt = uint40(block.timestamp + 1 days);
        VM.prank(operator);
        return raffle.create(PRICE, winners, closesAt, tier, PRIZES);
    }

    function enterAs(address member, uint256 id) internal {
        VM.prank(member);
        raffle.enter(id);
    }

    /// @dev `count` members with made-up addresses enter.
    function crowd(uint256 id, uint256 count) internal {
        for (uint256 i = 0; i < count; ++i) {
            fund(stranger(i), PRICE);
            enterAs(stranger(i), id);
        }
    }

    function stranger(uint256 index) internal pure returns (address) {
        return address(uint160(0x57A46E0000 + index));
    }

    function close(uint256 id) internal {
        VM.warp(raffle.raffleOf(id).closesAt);
    }

    /// @dev The signature that decides the raffle.
    function signatureOf(uint256 id) internal view returns (bytes memory) {
        return beacon.sign(raffle.raffleOf(id).round);
    }

    function closeAndDraw(uint256 id) internal {
        close(id);
        raffle.draw(id, signatureOf(id));
    }

    function expectState(uint256 id, IRaffle.State expected) internal view {
        VM.assertEq(uint256(raffle.raffleOf(id).state), uint256(expected), "state");
    }

    function wrongState(uint256 id, IRaffle.State state) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IRaffle.WrongState.selector, id, state);
    }
}
