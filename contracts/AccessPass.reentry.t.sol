// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {AccessPass} from "./AccessPass.sol";
import {Karma} from "./Karma.sol";
import {Fixture} from "./test/Fixture.t.sol";
import {PassHostileKarma} from "./test/PassHostileKarma.t.sol";

/// @title AccessPassReentryTest
/// @notice A Karma that calls back in the middle of a payment gains no time that is not paid for, and costs none.
contract AccessPassReentryTest is Fixture {
    uint256 private constant FUNDS = 1_000;

    PassHostileKarma private hostile;
    AccessPass private pass;
    uint64 private start;

    function setUp() public override {
        super.setUp();
        hostile = new PassHostileKarma();
        pass = new AccessPass(address(manager), address(forwarder), Karma(address(hostile)));
        pass.setTier(1, AccessPass.Tier({price: 20, period: 30 days, minEarned: 0}));
        pass.setTier(2, AccessPass.Tier({price: 50, period: 30 days, minEarned: 0}));
        hostile.fund(alice, FUNDS);
        start = uint64(block.timestamp);
    }

    /// @dev alice buys a period of tier 1; in the middle of it `data` is called as her.
    function buyWhile(bytes memory data) private {
        hostile.arm(alice, address(pass), data);
        VM.prank(alice);
        pass.purchase(1, 1, 20);
        VM.assertTrue(hostile.struck(), "the call in the middle went through");
    }

    function expect(uint8 tier, uint64 end, uint256 paid) private view {
        (uint8 hasTier, uint64 hasEnd) = pass.passes(alice);
        VM.assertEq(hasTier, tier, "tier");
        VM.assertEq(hasEnd, end, "end");
        VM.assertEq(FUNDS - hostile.balanceOf(alice), paid, "paid");
    }

    function testAPurchaseWithinAPurchaseIsPaidAndHad() external {
        buyWhile(abi.encodeCall(AccessPass.purchase, (1, 2, 40)));
        expect(1, start + 90 days, 60);
    }

    function testARenewalWithinAPurchaseIsPaidAndHad() external {
        buyWhile(abi.encodeCall(AccessPass.renewSubscription, (uint160(alice), 60 days)));
        expect(1, start + 90 days, 60);
    }

    function testAHigherTierWithinAPurchaseStays() external {
        buyWhile(abi.encodeCall(AccessPass.purchase, (2, 1, 50)));
        expect(2, start + 30 days, 70);
    }

    function testACancellationWithinAPurchaseStays() external {
        buyWhile(abi.encodeCall(AccessPass.cancelSubscription, (uint160(alice))));
        expect(1, 0, 20);
    }

    function testAPurchaseWithinAPermitIsPaidAndHad() external {
        hostile.arm(alice, address(pass), abi.encodeCall(AccessPass.purchase, (1, 2, 40)));
        VM.prank(alice);
        pass.purchaseWithPermit(1, 1, 20, 0, 0, "", "");
        VM.assertTrue(hostile.struck(), "the call in the middle went through");
        expect(1, start + 90 days, 60);
    }
}
