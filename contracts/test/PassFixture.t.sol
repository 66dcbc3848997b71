// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessPass} from "../AccessPass.sol";
import {Fixture} from "./Fixture.t.sol";

/// @title PassFixture
/// @notice An AccessPass with two tiers; alice has 1,000 wei of karma and lets it take them.
abstract contract PassFixture is Fixture {
    uint256 internal constant MAX = type(uint256).max;

    AccessPass internal pass;
    /// @dev alice's.
    uint256 internal token;
    uint64 internal start;

    /// @notice Runs before each test.
    function setUp() public virtual override {
        super.setUp();
        pass = new AccessPass(address(manager), address(forwarder), karma);
        pass.setTier(1, AccessPass.Tier({price: 20, period: 30 days, minEarned: 0}));
        pass.setTier(2, AccessPass.Tier({price: 50, period: 10 days, minEarned: 100}));
        token = uint160(alice);
        start = uint64(block.timestamp);
        award(1, alice, 1_000);
        VM.prank(alice);
        karma.approve(address(pass), MAX);
    }

    /// @dev alice buys.
    function buy(uint8 tier, uint16 periods) internal {
        VM.prank(alice);
        pass.purchase(tier, periods, MAX);
    }

    /// @dev When alice's pass ends.
    function expectExpiry(uint256 expected, string memory reason) internal view {
        (, uint64 expiresAt) = pass.passes(alice);
        VM.assertEq(expiresAt, expected, reason);
    }
}
