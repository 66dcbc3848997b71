// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Karma} from "../Karma.sol";
import {Vm} from "./Vm.t.sol";

/// @title Fixture
/// @notice Karma under an AccessManager as scripts/deploy sets it up, with this test as ADMIN.
abstract contract Fixture {
    Vm internal constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    // The roles of scripts/deploy; ADMIN is 0.
    uint64 internal constant AWARDER = 1;
    uint64 internal constant RAFFLE_OPERATOR = 2;
    uint64 internal constant ARBITER = 3;
    uint64 internal constant GUARDIAN = 4;
    uint64 internal constant GOVERNOR = 5;
    bytes32 internal constant RULES = keccak256("rules");
    uint256 internal constant DAILY_CAP = 100_000e18;
    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    bytes32 private constant DELEGATION =
        keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
    bytes32 private constant FORWARD_REQUEST =
        keccak256(
            "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
        );

    address internal awarder = address(0xA3A2de2);
    uint256 internal aliceKey = 0xA11CE;
    address internal alice = VM.addr(aliceKey);
    address internal bob = address(0xB0B);

    AccessManager internal manager;
    ERC2771Forwarder internal forwarder;
    Karma internal karma;

    /// @notice Runs before each test, at 12:00 UTC of some day.
    function setUp() public virtual {
        VM.warp(20_000 days + 12 hours);
        manager = new AccessManager(address(this));
        forwarder = new ERC2771Forwarder("SNPD");
        karma = new Karma(address(manager), address(forwarder), DAILY_CAP);
        permitRole(address(karma), Karma.awardRun.selector, AWARDER);
        manager.grantRole(AWARDER, awarder, 0);
    }

    /// @dev Opens a restricted function of ours to a role.
    function permitRole(address target, bytes4 selector, uint64 role) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(target, selectors, role);
    }

    /// @dev The wire form of one award.
    function pack(address to, uint256 amount) internal pure returns (uint256) {
        return (uint256(uint160(to)) << 96) | amount;
    }

    /// @dev `count` awards of `amount` for `to`.
    function run(address to, uint256 amount, uint256 count) internal pure returns (uint256[] memory packed) {
        packed = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) packed[i] = pack(to, amount);
    }

    /// @dev Mints one award as the awarder.
    function award(uint64 id, address to, uint256 amount) internal {
        VM.prank(awarder);
        karma.awardRun(id, run(to, amount, 1), RULES);
    }

    /// @dev Mints more than a batch may hold, as awards of one batch each from `firstId` on.
    function awardMany(uint64 firstId, address to, uint256 amount) internal {
        uint256 most = karma.BATCH_MINT_CAP();
        for (; amount > most; amount -= most) {
            award(firstId, to, most);
            ++firstId;
        }
        award(firstId, to, amount);
    }

    /// @dev alice's permit for `spender`.
    function permitOf(
        address spender,
        uint256 value,
        uint256 deadline
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 message = keccak256(abi.encode(PERMIT, alice, spender, value, karma.nonces(alice), deadline));
        return VM.sign(aliceKey, keccak256(abi.encodePacked("\x19\x01", karma.DOMAIN_SEPARATOR(), message)));
    }

    /// @dev alice's word that `delegatee` shall vote for her.
    function delegationOf(
        address delegatee,
        uint256 nonce,
        uint256 expiry
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 message = keccak256(abi.encode(DELEGATION, delegatee, nonce, expiry));
        return VM.sign(aliceKey, keccak256(abi.encodePacked("\x19\x01", karma.DOMAIN_SEPARATOR(), message)));
    }

    /// @dev alice's order to the forwarder to call `to`, good for an hour.
    function orderOf(
        address to,
        bytes memory data
    ) internal view returns (ERC2771Forwarder.ForwardRequestData memory order) {
        order = ERC2771Forwarder.ForwardRequestData({
            from: alice,
            to: to,
            value: 0,
            gas: 1_000_000,
            deadline: uint48(block.timestamp + 1 hours),
            data: data,
            signature: ""
        });
        bytes32 message = keccak256(
            abi.encode(
                FORWARD_REQUEST,
                alice,
                to,
                order.value,
                order.gas,
                forwarder.nonces(alice),
                order.deadline,
                keccak256(data)
            )
        );
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("SNPD"), keccak256("1"), block.chainid, address(forwarder))
        );
        (uint8 v, bytes32 r, bytes32 s) = VM.sign(
            aliceKey,
            keccak256(abi.encodePacked("\x19\x01", domain, message))
        );
        order.signature = abi.encodePacked(r, s, v);
    }

    /// @dev A number within [low, high].
    function within(uint256 number, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + (number % (high - low + 1));
    }
}
