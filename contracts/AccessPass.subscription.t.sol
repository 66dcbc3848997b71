// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IERC20Errors, IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {AccessPass} from "./AccessPass.sol";
import {IERC5192} from "./IERC5192.sol";
import {IERC5643} from "./IERC5643.sol";
import {Karma} from "./Karma.sol";
import {PassFixture} from "./test/PassFixture.t.sol";

/// @title AccessPassSubscriptionTest
/// @notice A test per rule of the pass as an ERC-5643 subscription.
contract AccessPassSubscriptionTest is PassFixture {
    function renew(uint64 duration) private {
        VM.prank(alice);
        pass.renewSubscription(token, duration);
    }

    function cancel() private {
        VM.prank(alice);
        pass.cancelSubscription(token);
    }

    /*//////////////////////////////////////////////////////////////
                                RENEW
    //////////////////////////////////////////////////////////////*/

    function testARenewalProlongsAndBurnsThePriceOfItsPeriods() external {
        buy(1, 1);
        VM.warp(start + 10 days);
        VM.expectEmit(address(pass));
        emit IERC5643.SubscriptionUpdate(token, start + 90 days);
        VM.expectEmit(address(pass));
        emit AccessPass.PassPurchased(alice, 1, start + 90 days, 40);
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, 40, "pass", true);
        renew(60 days);
        expectExpiry(start + 90 days, "after the running time");
        VM.assertEq(pass.expiresAt(token), start + 90 days, "as the standard tells it");
        VM.assertEq(karma.balanceOf(alice), 940, "paid");
    }

    function testAnExpiredPassIsRenewedFromNow() external {
        buy(1, 1);
        VM.warp(start + 100 days);
        renew(30 days);
        expectExpiry(start + 130 days, "from now");
    }

    function testARenewalIsOfWholePeriods() external {
        buy(1, 1);
        uint64[3] memory crooked = [uint64(1), 30 days - 1, 30 days + 1];
        for (uint256 i = 0; i < crooked.length; ++i) {
            bytes4 refusal = AccessPass.NotWholePeriods.selector;
            VM.expectRevert(abi.encodeWithSelector(refusal, crooked[i], 30 days));
            renew(crooked[i]);
        }
        VM.expectRevert(AccessPass.NoPeriods.selector);
        renew(0);
    }

    function testARenewalNeverEndsInThePast() external {
        pass.setTier(3, AccessPass.Tier({price: 0, period: 1, minEarned: 0}));
        buy(3, 1);
        // A free tier could be renewed to the end of time; the sum does not wrap.
        VM.expectRevert();
        renew(type(uint64).max - start);
        renew(type(uint64).max - start - 1);
        expectExpiry(type(uint64).max, "the last second there is");
        VM.expectRevert();
        renew(1);
    }

    function testTheOwnerAloneRenewsAndCancels() external {
        buy(1, 1);
        bytes4 refusal = IERC721Errors.ERC721InsufficientApproval.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, bob, token));
        VM.prank(bob);
        pass.renewSubscription(token, 30 days);
        VM.expectRevert(abi.encodeWithSelector(refusal, bob, token));
        VM.prank(bob);
        pass.cancelSubscription(token);
    }

    function testARenewalIsUnderTheTiersTermsOfNow() external {
        buy(2, 1);
        pass.setTier(2, AccessPass.Tier({price: 70, period: 5 days, minEarned: 1_000}));
        renew(5 days);
        expectExpiry(start + 15 days, "the new period");
        VM.assertEq(karma.balanceOf(alice), 1_000 - 50 - 70, "the new price");
        pass.setTier(2, AccessPass.Tier({price: 70, period: 5 days, minEarned: 1_001}));
        VM.expectRevert(abi.encodeWithSelector(AccessPass.EarnedTooLittle.selector, 1_000, 1_001));
        renew(5 days);
        pass.setTier(2, AccessPass.Tier({price: 0, period: 0, minEarned: 0}));
        VM.expectRevert(abi.encodeWithSelector(AccessPass.TierClosed.selector, 2));
        renew(5 days);
    }

    function testTheAllowanceLimitsARenewal() external {
        buy(1, 1);
        VM.prank(alice);
        karma.approve(address(pass), 39);
        bytes4 refusal = IERC20Errors.ERC20InsufficientAllowance.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, address(pass), 39, 40));
        renew(60 days);
        expectExpiry(start + 30 days, "as it was");
    }

    /*//////////////////////////////////////////////////////////////
                                CANCEL
    //////////////////////////////////////////////////////////////*/

    function testACancelledPassEndsNowAndGivesNothingBack() external {
        buy(1, 3);
        VM.expectEmit(address(pass));
        emit IERC5643.SubscriptionUpdate(token, 0);
        VM.expectEmit(address(pass));
        emit AccessPass.PassPurchased(alice, 1, 0, 0);
        cancel();
        VM.assertFalse(pass.isActive(alice, 1), "over");
        VM.assertFalse(pass.isActive(alice, 0), "altogether");
        VM.assertEq(pass.expiresAt(token), 0, "as the standard wants it");
        VM.assertEq(karma.balanceOf(alice), 940, "the karma has burned");
    }

    function testACancelledPassKeepsItsTokenAndCanBeRenewed() external {
        buy(1, 3);
        cancel();
        VM.assertEq(pass.ownerOf(token), alice, "hers");
        VM.assertEq(pass.balanceOf(alice), 1, "one");
        VM.assertTrue(pass.isRenewable(token), "renewable");
        VM.recordLogs();
        renew(30 days);
        VM.assertTrue(VM.getRecordedLogs()[0].topics[0] != IERC5192.Locked.selector, "no second token");
        expectExpiry(start + 30 days, "from now");
    }

    function testWhoCancelsMayTakeALowerTier() external {
        buy(2, 1);
        cancel();
        buy(1, 1);
        VM.assertTrue(pass.isActive(alice, 1), "lower");
        VM.assertFalse(pass.isActive(alice, 2), "not higher");
    }

    /*//////////////////////////////////////////////////////////////
                                READ
    //////////////////////////////////////////////////////////////*/

    function testAPassIsRenewableWhileItsTierIsOpenToItsOwner() external {
        buy(2, 1);
        VM.assertTrue(pass.isRenewable(token), "running");
        VM.warp(start + 100 days);
        VM.assertTrue(pass.isRenewable(token), "expired");
        pass.setTier(2, AccessPass.Tier({price: 50, period: 10 days, minEarned: 1_001}));
        VM.assertFalse(pass.isRenewable(token), "earned too little for it now");
        pass.setTier(2, AccessPass.Tier({price: 0, period: 0, minEarned: 0}));
        VM.assertFalse(pass.isRenewable(token), "closed");
    }

    function testAPassThatIsNotThereIsRefused() external {
        bytes memory refusal = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, token);
        VM.expectRevert(refusal);
        renew(30 days);
        VM.expectRevert(refusal);
        cancel();
        VM.expectRevert(refusal);
        pass.expiresAt(token);
        VM.expectRevert(refusal);
        pass.isRenewable(token);
    }

    function testNoEtherIsTaken() external {
        buy(1, 1);
        VM.deal(alice, 2);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.EtherRefused.selector, 1));
        VM.prank(alice);
        pass.renewSubscription{value: 1}(token, 30 days);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.EtherRefused.selector, 2));
        VM.prank(alice);
        pass.cancelSubscription{value: 2}(token);
        VM.assertEq(address(pass).balance, 0, "none kept");
    }

    function testTheInterfaceIsTheStandards() external pure {
        VM.assertEq(bytes32(type(IERC5643).interfaceId), bytes32(bytes4(0x8c65f84d)), "the id that ERC-5643 names");
    }
}
