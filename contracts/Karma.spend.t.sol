// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/interfaces/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Karma} from "./Karma.sol";
import {KarmaLedger} from "./KarmaLedger.sol";
import {Fixture} from "./test/Fixture.t.sol";

/// @title KarmaSpendTest
/// @notice A test per rule of spending karma and of permits. What is plain ERC-20 is in KarmaLedger.fuzz.t.sol.
contract KarmaSpendTest is Fixture {
    /*//////////////////////////////////////////////////////////////
                                SPEND
    //////////////////////////////////////////////////////////////*/

    function testSpendBurnsAndLeavesWhatWasEarned() external {
        award(1, alice, 10);
        VM.expectEmit(address(karma));
        emit IERC20.Transfer(alice, address(0), 4);
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, 4, "why", true);
        VM.prank(alice);
        karma.spend(4, "why");
        VM.assertEq(karma.balanceOf(alice), 6, "balance");
        VM.assertEq(karma.totalSupply(), 6, "supply");
        VM.assertEq(karma.lifetimeEarned(alice), 10, "earned");
    }

    function testSpendNeedsTheBalance() external {
        award(1, alice, 10);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 10, 11));
        VM.prank(alice);
        karma.spend(11, "");
    }

    function testATransferMovesNoMerit() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.transfer(bob, 10);
        VM.assertEq(karma.balanceOf(bob), 10, "bob has it");
        VM.assertEq(karma.lifetimeEarned(bob), 0, "bob did not earn it");
        VM.assertEq(karma.lifetimeEarned(alice), 10, "alice did");
    }

    function testSpendFromBurnsOrKeeps() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.approve(bob, 9);
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, 4, "burn", true);
        VM.prank(bob);
        karma.spendFrom(alice, 4, "burn", true);
        VM.assertEq(karma.totalSupply(), 6, "burned");
        VM.expectEmit(address(karma));
        emit Karma.Spent(alice, 5, "keep", false);
        VM.prank(bob);
        karma.spendFrom(alice, 5, "keep", false);
        VM.assertEq(karma.balanceOf(bob), 5, "kept");
        VM.assertEq(karma.totalSupply(), 6, "not burned");
        VM.assertEq(karma.allowance(alice, bob), 0, "allowance used up");
    }

    function testSpendFromNeedsTheAllowance() external {
        award(1, alice, 10);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            bob,
            0,
            1
        );
        VM.expectRevert(refusal);
        VM.prank(bob);
        karma.spendFrom(alice, 1, "", true);
    }

    function testARefusedSpendLeavesTheAllowance() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.approve(bob, 20);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 10, 11));
        VM.prank(bob);
        karma.spendFrom(alice, 11, "", true);
        VM.assertEq(karma.allowance(alice, bob), 20, "as before");
    }

    function testAnAllowanceWithoutEndIsNotUsedUp() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.approve(bob, type(uint256).max);
        VM.prank(bob);
        karma.spendFrom(alice, 4, "", true);
        VM.prank(bob);
        karma.transferFrom(alice, bob, 4);
        VM.assertEq(karma.allowance(alice, bob), type(uint256).max, "still without end");
        VM.assertEq(karma.balanceOf(alice), 2, "taken");
    }

    /*//////////////////////////////////////////////////////////////
                                MOVE
    //////////////////////////////////////////////////////////////*/

    function testTransferFromUsesUpTheAllowance() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.approve(bob, 5);
        VM.prank(bob);
        karma.transferFrom(alice, address(this), 5);
        VM.assertEq(karma.balanceOf(address(this)), 5, "moved");
        VM.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 0, 1)
        );
        VM.prank(bob);
        karma.transferFrom(alice, address(this), 1);
    }

    function testATransferToOneselfChangesNothing() external {
        award(1, alice, 10);
        VM.prank(alice);
        karma.transfer(alice, 10);
        VM.assertEq(karma.balanceOf(alice), 10, "balance");
        VM.assertEq(karma.lifetimeEarned(alice), 10, "earned");
    }

    function testNoOneCannotBePaidOrAllowed() external {
        award(1, alice, 10);
        VM.startPrank(alice);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        karma.transfer(address(0), 1);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSpender.selector, address(0)));
        karma.approve(address(0), 1);
        VM.stopPrank();
    }

    /// @notice No one signs with address 0; were it possible, nothing would come of it.
    function testNoOneNeitherPaysNorBurnsNorAllows() external {
        VM.startPrank(address(0));
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        karma.transfer(alice, 0);
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        karma.spend(0, "");
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidApprover.selector, address(0)));
        karma.approve(alice, 1);
        VM.stopPrank();
        VM.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidApprover.selector, address(0)));
        karma.transferFrom(address(0), alice, 0);
    }

    /// @notice What does not fit 112 bits is too much, not its remainder.
    function testAHugeAmountIsNotCutOff(uint8 shift, uint64 small) external {
        award(1, alice, 10);
        uint256 value = (1 << within(shift, 112, 255)) + within(small, 0, 10);
        VM.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 10, value)
        );
        VM.prank(alice);
        karma.spend(value, "");
    }

    /*//////////////////////////////////////////////////////////////
                                PERMIT
    //////////////////////////////////////////////////////////////*/

    function testAPermitAllowsOnce() external {
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 5, block.timestamp);
        karma.permit(alice, bob, 5, block.timestamp, v, r, s);
        VM.assertEq(karma.allowance(alice, bob), 5, "allowed");
        try karma.permit(alice, bob, 5, block.timestamp, v, r, s) {
            VM.assertTrue(false, "a permit worked twice");
        } catch (bytes memory reason) {
            VM.assertTrue(bytes4(reason) == KarmaLedger.ERC2612InvalidSigner.selector, "wrong reason");
        }
    }

    function testAPermitExpires() external {
        uint256 deadline = block.timestamp - 1;
        (uint8 v, bytes32 r, bytes32 s) = permitOf(bob, 5, deadline);
        VM.expectRevert(abi.encodeWithSelector(KarmaLedger.ERC2612ExpiredSignature.selector, deadline));
        karma.permit(alice, bob, 5, deadline, v, r, s);
    }
}
