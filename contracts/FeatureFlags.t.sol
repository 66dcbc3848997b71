// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {FeatureFlags} from "./FeatureFlags.sol";
import {GovFixture} from "./test/GovFixture.t.sol";

/// @title FeatureFlagsTest
/// @notice A test per rule of FeatureFlags; that a vote gets here is SnpdGovernor's tests' to show.
contract FeatureFlagsTest is GovFixture {
    function testAKeyThatWasNeverSetHasNoSay() external view {
        _expectFlag(FLAG, 0, false);
    }

    function testSettingTellsSo() external {
        VM.expectEmit(address(flags));
        emit FeatureFlags.FlagSet(FLAG, 5);
        _set(FLAG, 5);
        _expectFlag(FLAG, 5, true);
    }

    function testZeroIsAValue() external {
        _set(FLAG, 0);
        _expectFlag(FLAG, 0, true);
        _set(FLAG, 5);
        _set(FLAG, 0);
        _expectFlag(FLAG, 0, true);
    }

    function testOnlyTheTimelockSets() external {
        address[9] memory others = [
            address(this),
            admin,
            awarder,
            operator,
            arbiter,
            guard,
            alice,
            address(governor),
            address(guardian)
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes4 refusal = IAccessManaged.AccessManagedUnauthorized.selector;
            VM.expectRevert(abi.encodeWithSelector(refusal, others[i]));
            VM.prank(others[i]);
            flags.set(FLAG, 7);
        }
        _expectFlag(FLAG, 0, false);
    }

    /// @notice A relayed call is the forwarder's own here: FeatureFlags trusts no suffix.
    function testAnAppendedSenderIsNotBelieved() external {
        bytes memory data = abi.encodePacked(abi.encodeCall(FeatureFlags.set, (FLAG, 7)), address(timelock));
        bytes4 refusal = IAccessManaged.AccessManagedUnauthorized.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, address(forwarder)));
        VM.prank(address(forwarder));
        // The cheatcode looks at the outcome.
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(flags).call(data);
        VM.assertTrue(done, "expectRevert turns a refusal into success");
    }

    /// @notice Keys share nothing.
    function testAKeyKeepsItsLastValue(bytes32 a, bytes32 b, uint256 first, uint256 second, uint256 last) external {
        VM.assume(a != b);
        _set(a, first);
        _set(b, second);
        _set(a, last);
        _expectFlag(a, last, true);
        _expectFlag(b, second, true);
        _expectFlag(keccak256(abi.encode(a, b)), 0, false);
    }

    function _set(bytes32 key, uint256 value) private {
        VM.prank(address(timelock));
        flags.set(key, value);
    }

    function _expectFlag(bytes32 key, uint256 value, bool isSet) private view {
        (uint256 value_, bool isSet_) = flags.get(key);
        VM.assertEq(value_, value, "value");
        VM.assertTrue(isSet_ == isSet, "isSet");
    }
}
