// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {AccessPass} from "./AccessPass.sol";
import {ForwarderFixture} from "./test/ForwarderFixture.t.sol";

/// @title ForwarderBatchTest
/// @notice Batches, ETH and gas: what a bad request, or a bad relayer, can do to others.
contract ForwarderBatchTest is ForwarderFixture {
    address payable private refunds = payable(address(0x2EF));
    address payable private constant NOBODY = payable(address(0));

    /// @dev alice's wish, and another member's.
    function two() private view returns (ERC2771Forwarder.ForwardRequestData[] memory requests) {
        requests = new ERC2771Forwarder.ForwardRequestData[](2);
        requests[0] = wish();
        bytes memory data = abi.encodeCall(AccessPass.purchase, (1, 1, PRICE));
        requests[1] = wishOf(relayed, relayedKey, address(pass), data);
    }

    function expectPeriods(uint256 ofAlice, uint256 ofRelayed) private view {
        VM.assertEq(periodsOf(alice), ofAlice, "alice's periods");
        VM.assertEq(periodsOf(relayed), ofRelayed, "the other's periods");
    }

    /*//////////////////////////////////////////////////////////////
                                BATCHES
    //////////////////////////////////////////////////////////////*/

    function testABatchDoesAll() external {
        VM.expectEmit(address(forwarder));
        emit ERC2771Forwarder.ExecutedForwardRequest(alice, 0, true);
        VM.expectEmit(address(forwarder));
        emit ERC2771Forwarder.ExecutedForwardRequest(relayed, 0, true);
        forwarder.executeBatch(two(), NOBODY);
        expectPeriods(1, 1);
    }

    function testABadRequestSpoilsABatchThatHasNoRefundReceiver() external {
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        ++requests[1].gas;
        VM.expectRevert();
        forwarder.executeBatch(requests, NOBODY);
        expectPeriods(0, 0);
        VM.assertEq(forwarder.nonces(alice), 0, "the nonce is kept");
    }

    function testABadRequestIsLeftOutWhenThereIsARefundReceiver() external {
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        ++requests[0].gas;
        forwarder.executeBatch(requests, refunds);
        expectPeriods(0, 1);
        VM.assertEq(forwarder.nonces(alice), 0, "the nonce is kept");
    }

    function testTheSameRequestTwiceInABatchIsDoneOnce() external {
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        requests[1] = requests[0];
        forwarder.executeBatch(requests, refunds);
        expectPeriods(1, 0);
        VM.assertEq(karma.balanceOf(alice), 980, "paid once");
    }

    /// @notice A call that reverts by itself costs its signer the nonce, and the event says so.
    function testACallThatFailsHarmsNoOtherAndIsTold() external {
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        bytes memory tooCheap = abi.encodeCall(AccessPass.purchase, (1, 1, PRICE - 1));
        requests[0] = wishOf(alice, aliceKey, address(pass), tooCheap);
        VM.expectEmit(address(forwarder));
        emit ERC2771Forwarder.ExecutedForwardRequest(alice, 0, false);
        VM.expectEmit(address(forwarder));
        emit ERC2771Forwarder.ExecutedForwardRequest(relayed, 0, true);
        forwarder.executeBatch(requests, refunds);
        expectPeriods(0, 1);
        VM.assertEq(forwarder.nonces(alice), 1, "used");
    }

    /*//////////////////////////////////////////////////////////////
                                ETH
    //////////////////////////////////////////////////////////////*/

    function testTheEtherSentIsTheEtherSigned() external {
        bytes4 refusal = ERC2771Forwarder.ERC2771ForwarderMismatchedValue.selector;
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        VM.expectRevert(abi.encodeWithSelector(refusal, 0, 1));
        VM.prank(relayer);
        forwarder.execute{value: 1}(request);
        request.value = 2;
        request = signed(request, aliceKey, 0);
        VM.expectRevert(abi.encodeWithSelector(refusal, 2, 1));
        VM.prank(relayer);
        forwarder.execute{value: 1}(request);
        VM.expectRevert(abi.encodeWithSelector(refusal, 0, 1));
        VM.prank(relayer);
        forwarder.executeBatch{value: 1}(requests, refunds);
        expectPeriods(0, 0);
    }

    /// @dev A renewal is payable, as ERC-5643 has it; ours takes no ETH.
    function generous() private view returns (ERC2771Forwarder.ForwardRequestData memory request) {
        bytes memory data = abi.encodeCall(AccessPass.renewSubscription, (uint160(alice), 30 days));
        request = wishOf(alice, aliceKey, address(pass), data);
        request.value = 1 ether;
        return signed(request, aliceKey, forwarder.nonces(alice));
    }

    function testNoEtherStaysWithOurContracts() external {
        relay(wish());
        expectRefused(generous(), Errors.FailedCall.selector);
        VM.assertEq(address(pass).balance, 0, "the pass has none");
        VM.assertEq(address(forwarder).balance, 0, "the forwarder has none");
    }

    function testTheEtherOfAFailedRequestGoesToTheRefundReceiver() external {
        relay(wish());
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        requests[0] = generous();
        VM.prank(relayer);
        forwarder.executeBatch{value: 1 ether}(requests, refunds);
        expectPeriods(1, 1);
        VM.assertEq(refunds.balance, 1 ether, "refunded");
        VM.assertEq(address(forwarder).balance, 0, "the forwarder keeps none");
        requests = new ERC2771Forwarder.ForwardRequestData[](1);
        requests[0] = generous();
        VM.expectRevert(ERC2771Forwarder.ERC2771ForwarderNoRefundReceiver.selector);
        VM.prank(relayer);
        forwarder.executeBatch{value: 1 ether}(requests, NOBODY);
    }

    /*//////////////////////////////////////////////////////////////
                                GAS
    //////////////////////////////////////////////////////////////*/

    /// @notice However little gas a relayer gives, a nonce is used if, and only if, the signer got what it was for.
    function testARelayerCannotStarveARequest(uint32 seed) external {
        uint256 given = within(seed, 21_000, 400_000);
        bytes memory data = abi.encodeCall(ERC2771Forwarder.execute, (wish()));
        VM.prank(relayer);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(forwarder).call{gas: given}(data);
        VM.assertEq(periodsOf(alice), done ? 1 : 0, "bought");
        VM.assertEq(forwarder.nonces(alice), done ? 1 : 0, "nonce");
    }

    /// @notice The same of a batch, whose requests are done together or not at all.
    function testARelayerCannotStarveABatch(uint32 seed) external {
        uint256 given = within(seed, 21_000, 700_000);
        bytes memory data = abi.encodeCall(ERC2771Forwarder.executeBatch, (two(), refunds));
        VM.prank(relayer);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(forwarder).call{gas: given}(data);
        expectPeriods(done ? 1 : 0, done ? 1 : 0);
        VM.assertEq(forwarder.nonces(alice), done ? 1 : 0, "alice's nonce");
        VM.assertEq(forwarder.nonces(relayed), done ? 1 : 0, "the other's nonce");
    }

    function testEnoughGasIsEnough() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        VM.prank(relayer);
        forwarder.execute{gas: 300_000}(request);
        expectPeriods(1, 0);
    }

    /// @notice A signer who asks for too little gas harms themselves alone; `execute` keeps the nonce.
    function testARequestThatAsksForTooLittleGasFails() external {
        ERC2771Forwarder.ForwardRequestData[] memory requests = two();
        requests[0].gas = 30_000;
        requests[0] = signed(requests[0], aliceKey, 0);
        expectRefused(requests[0], Errors.FailedCall.selector);
        VM.expectEmit(address(forwarder));
        emit ERC2771Forwarder.ExecutedForwardRequest(alice, 0, false);
        forwarder.executeBatch(requests, refunds);
        expectPeriods(0, 1);
        VM.assertEq(forwarder.nonces(alice), 1, "used, and told");
    }
}
