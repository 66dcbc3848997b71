// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title HostileKarma
/// @notice A token that calls its caller back, once, in the name of anyone it likes.
contract HostileKarma {
    /// @notice Calls that move karma.
    uint256 public calls;
    /// @notice What the call back reverted with.
    bytes public refusal;

    address private _target;
    bytes private _data;

    /// @notice The next move of karma calls `target` as `member` would through the forwarder.
    function arm(address target, bytes calldata data, address member) external {
        _target = target;
        _data = abi.encodePacked(data, member);
    }

    /// @notice As Karma's, without books.
    function transferFrom(address, address, uint256) external returns (bool) {
        _strike();
        return true;
    }

    /// @notice As Karma's, without books.
    function spend(uint256, bytes32) external {
        _strike();
    }

    /// @notice As Karma's, without books.
    function transfer(address, uint256) external returns (bool) {
        _strike();
        return true;
    }

    function _strike() private {
        ++calls;
        address target = _target;
        if (target == address(0)) return;
        _target = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (bool isDone, bytes memory reason) = target.call(_data);
        refusal = isDone ? bytes("") : reason;
    }
}
