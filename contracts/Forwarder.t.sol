// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {AccessPass} from "./AccessPass.sol";
import {TradeEscrow} from "./TradeEscrow.sol";
import {ForwarderFixture} from "./test/ForwarderFixture.t.sol";

/// @title ForwarderTest
/// @notice Attacks on OpenZeppelin's forwarder in front of our contracts.
contract ForwarderTest is ForwarderFixture {
    bytes4 private constant INVALID = ERC2771Forwarder.ERC2771ForwarderInvalidSigner.selector;
    /// @dev What `execute` says of a call that reverted: the forwarder does not pass the reason on.
    bytes4 private constant FAILED = Errors.FailedCall.selector;

    function testARelayedCallIsTheSigners() external {
        relay(wish());
        VM.assertTrue(pass.isActive(alice, 1), "alice's pass");
        VM.assertFalse(pass.isActive(relayer, 1), "the relayer has none");
        VM.assertEq(karma.balanceOf(alice), 980, "alice paid");
        VM.assertEq(forwarder.nonces(alice), 1, "the nonce is used");
    }

    function testAMemberNeedsNeitherGasNorAnApproval() external {
        VM.prank(alice);
        karma.approve(address(pass), 0);
        (uint8 v, bytes32 r, bytes32 s) = permitOf(address(pass), PRICE, block.timestamp);
        bytes memory data = abi.encodeCall(AccessPass.purchaseWithPermit, (1, 1, PRICE, block.timestamp, v, r, s));
        ERC2771Forwarder.ForwardRequestData memory request = wishOf(alice, aliceKey, address(pass), data);
        // Whoever sees the request may send its permit first.
        VM.prank(relayed);
        karma.permit(alice, address(pass), PRICE, block.timestamp, v, r, s);
        relay(request);
        VM.assertTrue(pass.isActive(alice, 1), "bought");
        VM.assertEq(alice.balance, 0, "without ETH");
    }

    function testARelayedTradeIsTheSigners() external {
        TradeEscrow escrow = new TradeEscrow(address(manager), address(forwarder), karma, 7 days);
        VM.prank(alice);
        karma.approve(address(escrow), 100);
        uint40 end = uint40(block.timestamp + 1 days);
        bytes memory data = abi.encodeCall(TradeEscrow.propose, (relayed, 100, end, end + 1, ""));
        relay(wishOf(alice, aliceKey, address(escrow), data));
        bytes32 id = keccak256(abi.encode(alice, relayed, 100, end, end + 1, bytes32(0)));
        (address proposer, , , , , , ) = escrow.trades(id);
        VM.assertEq(proposer, alice, "alice's proposal");
        relay(wishOf(alice, aliceKey, address(escrow), abi.encodeCall(TradeEscrow.withdraw, (id))));
        VM.assertEq(karma.balanceOf(alice), 1_000, "alice's bond");
    }

    /*//////////////////////////////////////////////////////////////
                            TAMPERING
    //////////////////////////////////////////////////////////////*/

    function testNoFieldCanBeChanged() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        request.from = relayed;
        expectRefused(request, INVALID);
        request = wish();
        request.to = address(karma);
        expectRefused(request, INVALID);
        request = wish();
        request.value = 1;
        expectRefused(request, INVALID);
        request = wish();
        --request.gas;
        expectRefused(request, INVALID);
        request = wish();
        ++request.deadline;
        expectRefused(request, INVALID);
        request = wish();
        request.data = abi.encodeCall(AccessPass.purchase, (1, 2, PRICE));
        expectRefused(request, INVALID);
        // As signed, it is good.
        VM.assertTrue(forwarder.verify(wish()), "as signed");
    }

    /// @notice One flipped bit anywhere in the calldata or the signature spoils the request.
    function testNoBitCanBeFlipped(uint16 seed, bool inSignature) external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        bytes memory part = inSignature ? request.signature : request.data;
        uint256 bit = seed % (part.length * 8);
        part[bit / 8] ^= bytes1(uint8(1) << uint8(bit % 8));
        expectRefused(request, INVALID);
    }

    function testASignatureHasOneForm() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        bytes memory signature = request.signature;
        (bytes32 r, uint256 s, uint8 v) = (bytes32(0), 0, uint8(signature[64]));
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
        }
        // The other square root, which the curve allows.
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        request.signature = abi.encodePacked(r, order - s, v == 27 ? 28 : 27);
        expectRefused(request, INVALID);
        request.signature = "";
        expectRefused(request, INVALID);
    }

    function testASignatureIsForOneForwarderAndOneChain() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        request.signature = signatureFor(request, aliceKey, 0, address(new ERC2771Forwarder("SNPD")));
        expectRefused(request, INVALID);
        request = wish();
        VM.chainId(block.chainid + 1);
        expectRefused(request, INVALID);
    }

    /*//////////////////////////////////////////////////////////////
                            REPLAY, EXPIRY
    //////////////////////////////////////////////////////////////*/

    function testARequestWorksOnce() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        relay(request);
        expectRefused(request, INVALID);
        VM.assertEq(periodsOf(alice), 1, "bought once");
    }

    function testRequestsComeInTheOrderOfTheirNonces() external {
        expectRefused(signed(wish(), aliceKey, 1), INVALID);
        relay(wish());
        expectRefused(signed(wish(), aliceKey, 0), INVALID);
        relay(signed(wish(), aliceKey, 1));
        VM.assertEq(periodsOf(alice), 2, "each once");
    }

    function testARequestExpires() external {
        ERC2771Forwarder.ForwardRequestData memory request = wish();
        VM.warp(uint256(request.deadline) + 1);
        expectRefused(request, ERC2771Forwarder.ERC2771ForwarderExpiredRequest.selector);
        VM.warp(request.deadline);
        relay(request);
        VM.assertTrue(pass.isActive(alice, 1), "in its last second");
    }

    /*//////////////////////////////////////////////////////////////
                            WHO IS CALLING
    //////////////////////////////////////////////////////////////*/

    function testATwentyByteSuffixIsNoSignature() external {
        bytes memory data = abi.encodeCall(AccessPass.purchase, (1, 1, PRICE));
        VM.prank(relayed);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(pass).call(abi.encodePacked(data, alice));
        VM.assertTrue(done, "it counts as its sender's");
        VM.assertEq(karma.balanceOf(alice), 1_000, "alice paid nothing");
        VM.assertEq(karma.balanceOf(relayed), 980, "the sender paid");
        data = abi.encodeCall(karma.transfer, (relayed, 1_000));
        VM.prank(relayed);
        // solhint-disable-next-line avoid-low-level-calls
        (done, ) = address(karma).call(abi.encodePacked(data, alice));
        VM.assertFalse(done, "a sender gives what is theirs");
        VM.assertEq(karma.balanceOf(alice), 1_000, "alice gave nothing");
    }

    function testASuffixInASignedRequestIsNotTheSigner() external {
        bytes memory data = abi.encodePacked(abi.encodeCall(AccessPass.purchase, (1, 1, PRICE)), alice);
        relay(wishOf(relayed, relayedKey, address(pass), data));
        VM.assertFalse(pass.isActive(alice, 1), "not alice's");
        VM.assertEq(karma.balanceOf(relayed), 980, "the signer paid");
    }

    function testAContractThatDoesNotTrustTheForwarderIsNotCalled() external {
        bytes4 refusal = ERC2771Forwarder.ERC2771UntrustfulTarget.selector;
        bytes memory grant = abi.encodeCall(IAccessManager.grantRole, (0, alice, 0));
        expectRefused(wishOf(alice, aliceKey, address(manager), grant), refusal);
        expectRefused(wishOf(alice, aliceKey, address(forwarder), ""), refusal);
        expectRefused(wishOf(alice, aliceKey, relayed, ""), refusal);
    }

    function testARequestWithoutAFunctionFails() external {
        expectRefused(wishOf(alice, aliceKey, address(pass), ""), FAILED);
        expectRefused(wishOf(alice, aliceKey, address(pass), hex"ffffffff"), FAILED);
    }

    /*//////////////////////////////////////////////////////////////
                            RESTRICTED CALLS
    //////////////////////////////////////////////////////////////*/

    AccessPass.Tier private cheap = AccessPass.Tier({price: 1, period: 30 days, minEarned: 0});

    function priceOfTierOne() private view returns (uint96 price) {
        (price, , ) = pass.tiers(1);
    }

    function testAStrangersRelayedRestrictedCallsFail() external {
        bytes memory data = abi.encodeCall(AccessPass.setTier, (1, cheap));
        expectRefused(wishOf(alice, aliceKey, address(pass), data), FAILED);
        data = abi.encodeCall(karma.awardRun, (9, run(alice, 1, 1), RULES));
        expectRefused(wishOf(alice, aliceKey, address(karma), data), FAILED);
        TradeEscrow escrow = new TradeEscrow(address(manager), address(forwarder), karma, 7 days);
        data = abi.encodeCall(TradeEscrow.rule, ("", TradeEscrow.Slash.Both));
        expectRefused(wishOf(alice, aliceKey, address(escrow), data), FAILED);
        VM.assertEq(priceOfTierOne(), PRICE, "as it was");
    }

    /// @notice A role holder's signature is their word: what they may do themselves, they may have relayed.
    function testARoleHoldersRelayedRestrictedCallIsTheirs() external {
        permitRole(address(pass), AccessPass.setTier.selector, ARBITER);
        manager.grantRole(ARBITER, alice, 0);
        bytes memory data = abi.encodeCall(AccessPass.setTier, (1, cheap));
        expectRefused(wishOf(relayed, relayedKey, address(pass), data), FAILED);
        relay(wishOf(alice, aliceKey, address(pass), data));
        VM.assertEq(priceOfTierOne(), 1, "set");
    }

    function testARelayedCallDoesNotSkipARolesDelay() external {
        manager.grantRole(0, alice, 2 days);
        bytes memory data = abi.encodeCall(AccessPass.setTier, (1, cheap));
        expectRefused(wishOf(alice, aliceKey, address(pass), data), FAILED);
        VM.prank(alice);
        manager.schedule(address(pass), data, 0);
        VM.warp(block.timestamp + 2 days - 1);
        expectRefused(wishOf(alice, aliceKey, address(pass), data), FAILED);
        VM.warp(block.timestamp + 1);
        relay(wishOf(alice, aliceKey, address(pass), data));
        VM.assertEq(priceOfTierOne(), 1, "after the delay");
        expectRefused(wishOf(alice, aliceKey, address(pass), data), FAILED);
    }
}
