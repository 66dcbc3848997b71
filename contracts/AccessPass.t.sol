// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC20Errors, IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {AccessPass} from "./AccessPass.sol";
import {IERC5192} from "./IERC5192.sol";
import {IERC5643} from "./IERC5643.sol";
import {Karma} from "./Karma.sol";
import {PassFixture} from "./test/PassFixture.t.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title AccessPassTest
/// @notice A test per rule of AccessPass.
contract AccessPassTest is PassFixture {
    /*//////////////////////////////////////////////////////////////
                                BUY
    //////////////////////////////////////////////////////////////*/

    function testPurchaseIssuesAPassAndBurnsItsPrice() external {
        VM.expectEmit(address(pass));
        emit IERC721.Transfer(address(0), alice, token);
        VM.expectEmit(address(pass));
        emit IERC5192.Locked(token);
        VM.expectEmit(address(pass));
        emit IERC5643.SubscriptionUpdate(token, start + 90 days);
        VM.expectEmit(address(pass));
        emit AccessPass.PassPurchased(alice, 1, start + 90 days, 60);
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, 60, "pass", true);
        buy(1, 3);
        VM.assertEq(karma.balanceOf(alice), 940, "paid");
        VM.assertEq(karma.totalSupply(), 940, "burned");
        VM.assertEq(pass.ownerOf(token), alice, "owner");
        VM.assertEq(pass.balanceOf(alice), 1, "one pass");
        VM.assertTrue(pass.isActive(alice, 1), "active");
    }

    function testAPassEndsAtItsExpiry() external {
        buy(1, 1);
        VM.warp(start + 30 days - 1);
        VM.assertTrue(pass.isActive(alice, 1), "last second");
        VM.warp(start + 30 days);
        VM.assertFalse(pass.isActive(alice, 1), "expired");
        VM.assertEq(pass.ownerOf(token), alice, "still hers");
    }

    function testATierIncludesTheLowerOnes() external {
        VM.assertFalse(pass.isActive(alice, 0), "no pass");
        buy(1, 1);
        VM.assertFalse(pass.isActive(alice, 2), "tier 1 is not tier 2");
        buy(2, 1);
        VM.assertTrue(pass.isActive(alice, 1), "tier 2 is tier 1");
        VM.assertTrue(pass.isActive(alice, 2), "and itself");
        VM.assertFalse(pass.isActive(bob, 1), "hers alone");
    }

    function testTheSameTierIsProlonged() external {
        buy(1, 1);
        VM.warp(start + 10 days);
        buy(1, 2);
        expectExpiry(start + 90 days, "after the running time");
        VM.warp(start + 100 days);
        buy(1, 1);
        expectExpiry(start + 130 days, "an expired one from now");
        VM.assertEq(pass.balanceOf(alice), 1, "still one pass");
    }

    function testARenewalIssuesNoSecondToken() external {
        buy(1, 1);
        VM.recordLogs();
        buy(1, 1);
        Vm.Log[] memory logs = VM.getRecordedLogs();
        uint256 ours = 0;
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(pass)) continue;
            ++ours;
            VM.assertTrue(logs[i].topics[0] != IERC721.Transfer.selector, "no second token");
            VM.assertTrue(logs[i].topics[0] != IERC5192.Locked.selector, "nor a second lock");
        }
        VM.assertEq(ours, 2, "SubscriptionUpdate and PassPurchased");
    }

    function testAHigherTierStartsNow() external {
        buy(1, 12);
        VM.warp(start + 1 days);
        buy(2, 1);
        expectExpiry(start + 11 days, "from now");
    }

    function testALowerTierWaitsForTheHigherToEnd() external {
        buy(2, 1);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.HigherTierActive.selector, 2, start + 10 days));
        buy(1, 1);
        VM.warp(start + 10 days);
        buy(1, 1);
        VM.assertFalse(pass.isActive(alice, 2), "lower now");
        expectExpiry(start + 40 days, "from now");
    }

    function testTheMemberAgreesToThePrice() external {
        VM.expectRevert(abi.encodeWithSelector(AccessPass.PriceAbove.selector, 40, 39));
        VM.prank(alice);
        pass.purchase(1, 2, 39);
        VM.prank(alice);
        pass.purchase(1, 2, 40);
    }

    function testATierMayAskForMerit() external {
        award(2, bob, 99);
        VM.prank(alice);
        karma.transfer(bob, 500);
        VM.prank(bob);
        karma.approve(address(pass), MAX);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.EarnedTooLittle.selector, 99, 100));
        VM.prank(bob);
        pass.purchase(2, 1, MAX);
        award(3, bob, 1);
        VM.prank(bob);
        pass.purchase(2, 1, MAX);
    }

    function testAClosedTierAndNoPeriodsAreRefused() external {
        VM.expectRevert(abi.encodeWithSelector(AccessPass.TierClosed.selector, 3));
        buy(3, 1);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.TierClosed.selector, 0));
        buy(0, 1);
        VM.expectRevert(AccessPass.NoPeriods.selector);
        buy(1, 0);
    }

    function testNoPassWithoutPaying() external {
        VM.prank(alice);
        karma.approve(address(pass), 19);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(pass),
            19,
            20
        );
        VM.expectRevert(refusal);
        buy(1, 1);
        VM.assertFalse(pass.isActive(alice, 1), "no pass");
    }

    /*//////////////////////////////////////////////////////////////
                                PERMIT
    //////////////////////////////////////////////////////////////*/

    function testPurchaseWithPermitNeedsNoApproval() external {
        VM.prank(alice);
        karma.approve(address(pass), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(pass), 25, MAX);
        VM.prank(alice);
        pass.purchaseWithPermit(1, 1, 25, MAX, v, r, s);
        VM.assertTrue(pass.isActive(alice, 1), "bought");
    }

    function testAPermitSentByAnotherFirstDoesNoHarm() external {
        VM.prank(alice);
        karma.approve(address(pass), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(pass), 25, MAX);
        VM.prank(bob);
        karma.permit(alice, address(pass), 25, MAX, v, r, s);
        VM.prank(alice);
        pass.purchaseWithPermit(1, 1, 25, MAX, v, r, s);
        VM.assertTrue(pass.isActive(alice, 1), "bought");
    }

    function testAPermitOfAnotherPaysNothing() external {
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(pass), 25, MAX);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(pass),
            0,
            20
        );
        VM.expectRevert(refusal);
        VM.prank(bob);
        pass.purchaseWithPermit(1, 1, 25, MAX, v, r, s);
    }

    /*//////////////////////////////////////////////////////////////
                                TIERS
    //////////////////////////////////////////////////////////////*/

    function testTheAdminAloneSetsTiers() external {
        AccessPass.Tier memory terms = AccessPass.Tier({price: 1, period: 2, minEarned: 3});
        VM.expectEmit(address(pass));
        emit AccessPass.TierSet(9, 1, 2, 3);
        pass.setTier(9, terms);
        VM.expectRevert(abi.encodeWithSelector(AccessPass.TierClosed.selector, 0));
        pass.setTier(0, terms);
        VM.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, awarder));
        VM.prank(awarder);
        pass.setTier(1, terms);
    }

    function testABoughtPassOutlivesItsTier() external {
        buy(1, 1);
        pass.setTier(1, AccessPass.Tier({price: 0, period: 0, minEarned: 0}));
        VM.assertTrue(pass.isActive(alice, 1), "runs on");
        VM.expectRevert(abi.encodeWithSelector(AccessPass.TierClosed.selector, 1));
        buy(1, 1);
    }

    /*//////////////////////////////////////////////////////////////
                                SOULBOUND
    //////////////////////////////////////////////////////////////*/

    function testAPassNeverMoves() external {
        buy(1, 1);
        VM.expectRevert(AccessPass.Soulbound.selector);
        VM.prank(alice);
        pass.transferFrom(alice, bob, token);
        VM.expectRevert(AccessPass.Soulbound.selector);
        VM.prank(alice);
        pass.safeTransferFrom(alice, bob, token);
        VM.expectRevert(AccessPass.Soulbound.selector);
        VM.prank(alice);
        pass.safeTransferFrom(alice, bob, token, "");
        VM.expectRevert(AccessPass.Soulbound.selector);
        VM.prank(alice);
        pass.approve(bob, token);
        VM.expectRevert(AccessPass.Soulbound.selector);
        VM.prank(alice);
        pass.setApprovalForAll(bob, true);
        VM.assertEq(pass.ownerOf(token), alice, "hers");
        VM.assertTrue(pass.locked(token), "locked");
        VM.assertEq(pass.getApproved(token), address(0), "nobody approved");
        VM.assertFalse(pass.isApprovedForAll(alice, bob), "nor for all");
    }

    function testATokenThatIsNotThereIsRefused() external {
        buy(1, 1);
        uint256[2] memory absent = [uint256(uint160(bob)), token | (1 << 160)];
        for (uint256 i = 0; i < absent.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, absent[i]);
            VM.expectRevert(refusal);
            pass.ownerOf(absent[i]);
            VM.expectRevert(refusal);
            pass.locked(absent[i]);
            VM.expectRevert(refusal);
            pass.getApproved(absent[i]);
            VM.expectRevert(refusal);
            pass.tokenURI(absent[i]);
        }
        VM.assertEq(pass.balanceOf(bob), 0, "none");
        VM.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidOwner.selector, address(0)));
        pass.balanceOf(address(0));
    }

    function testItSaysWhatItIs() external {
        buy(1, 1);
        VM.assertEq(pass.name(), "SNPD Pass", "name");
        VM.assertEq(pass.symbol(), "PASS", "symbol");
        string memory uri = "data:application/json,{\"name\":\"SNPD Pass, tier 1\"}";
        VM.assertEq(pass.tokenURI(token), uri, "tier in the name");
        VM.assertTrue(pass.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        VM.assertTrue(pass.supportsInterface(type(IERC721).interfaceId), "ERC-721");
        VM.assertTrue(pass.supportsInterface(type(IERC721Metadata).interfaceId), "metadata");
        VM.assertTrue(pass.supportsInterface(0xb45a3c0e), "ERC-5192");
        VM.assertTrue(pass.supportsInterface(0x8c65f84d), "ERC-5643");
        VM.assertFalse(pass.supportsInterface(0xffffffff), "not everything");
    }
}
