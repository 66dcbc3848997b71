// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {AccessPass} from "../AccessPass.sol";
import {Fixture} from "./Fixture.t.sol";

/// @title ForwarderFixture
/// @notice alice and bob sign requests about their passes; a relayer sends them.
abstract contract ForwarderFixture is Fixture {
    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant REQUEST =
        keccak256(
            "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
        );
    uint256 internal constant PRICE = 20;

    uint256 internal relayedKey = 0xB0B5;
    address internal relayed = VM.addr(relayedKey);
    address internal relayer = address(0x2E1A);

    AccessPass internal pass;

    /// @notice Runs before each test.
    function setUp() public virtual override {
        super.setUp();
        pass = new AccessPass(address(manager), address(forwarder), karma);
        pass.setTier(1, AccessPass.Tier({price: uint96(PRICE), period: 30 days, minEarned: 0}));
        award(1, alice, 1_000);
        award(2, relayed, 1_000);
        VM.prank(alice);
        karma.approve(address(pass), type(uint256).max);
        VM.prank(relayed);
        karma.approve(address(pass), type(uint256).max);
        VM.deal(relayer, 10 ether);
    }

    /// @dev alice's signed wish for a period of tier 1.
    function wish() internal view returns (ERC2771Forwarder.ForwardRequestData memory) {
        return wishOf(alice, aliceKey, address(pass), abi.encodeCall(AccessPass.purchase, (1, 1, PRICE)));
    }

    /// @dev Anyone's signed wish, good for an hour and 200,000 gas.
    function wishOf(
        address from,
        uint256 key,
        address to,
        bytes memory data
    ) internal view returns (ERC2771Forwarder.ForwardRequestData memory request) {
        request.from = from;
        request.to = to;
        request.gas = 200_000;
        request.deadline = uint48(block.timestamp + 1 hours);
        request.data = data;
        return signed(request, key, forwarder.nonces(from));
    }

    /// @dev The same request with a signature over all of it and the nonce.
    function signed(
        ERC2771Forwarder.ForwardRequestData memory request,
        uint256 key,
        uint256 nonce
    ) internal view returns (ERC2771Forwarder.ForwardRequestData memory) {
        request.signature = signatureFor(request, key, nonce, address(forwarder));
        return request;
    }

    /// @dev A signature good for one forwarder, this chain and a nonce.
    function signatureFor(
        ERC2771Forwarder.ForwardRequestData memory request,
        uint256 key,
        uint256 nonce,
        address verifier
    ) internal view returns (bytes memory) {
        bytes32 domain = keccak256(abi.encode(DOMAIN, keccak256("SNPD"), keccak256("1"), block.chainid, verifier));
        bytes32 message = keccak256(
            abi.encode(
                REQUEST,
                request.from,
                request.to,
                request.value,
                request.gas,
                nonce,
                request.deadline,
                keccak256(request.data)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, message)));
        return abi.encodePacked(r, s, v);
    }

    /// @dev The relayer sends a request with exactly its value.
    function relay(ERC2771Forwarder.ForwardRequestData memory request) internal {
        VM.prank(relayer);
        forwarder.execute{value: request.value}(request);
    }

    /// @dev The forwarder refuses the request for this reason; nothing happens and the nonce is kept.
    function expectRefused(ERC2771Forwarder.ForwardRequestData memory request, bytes4 reason) internal {
        uint256 nonce = forwarder.nonces(alice);
        uint256 balance = karma.balanceOf(alice);
        VM.prank(relayer);
        try forwarder.execute{value: request.value}(request) {
            VM.assertTrue(false, "the forwarder took it");
        } catch (bytes memory data) {
            VM.assertEq(bytes32(bytes4(data)), bytes32(reason), "refused for another reason");
        }
        VM.assertEq(forwarder.nonces(alice), nonce, "the nonce is kept");
        VM.assertEq(karma.balanceOf(alice), balance, "nothing is paid");
    }

    /// @dev Whole periods of tier 1 that a member bought, all at the present time.
    function periodsOf(address member) internal view returns (uint256) {
        (, uint64 end) = pass.passes(member);
        return end == 0 ? 0 : (end - block.timestamp) / 30 days;
    }
}
