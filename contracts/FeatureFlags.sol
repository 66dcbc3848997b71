// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title FeatureFlags
/// @notice The numbers of the running product that members changed by vote. A key that was never set has no say: the
/// product then uses the value it was written with.
/// @dev A key is what the product calls it, in ASCII, padded with zeros. What a value means, and which are sensible, is
/// the product's to know: governance can set any.
contract FeatureFlags is AccessManaged {
    struct Flag {
        uint256 value;
        bool isSet;
    }

    /// @dev isSet never goes back to false.
    mapping(bytes32 key => Flag flag) private _flags;

    /// @notice From now on `key` is `value`.
    event FlagSet(bytes32 indexed key, uint256 value);

    /// @param authority_ the AccessManager that knows the roles
    constructor(address authority_) AccessManaged(authority_) {}

    /// @notice Sets `key` to `value`; 0 is a value like any other.
    function set(bytes32 key, uint256 value) external restricted {
        _flags[key] = Flag({value: value, isSet: true});
        emit FlagSet(key, value);
    }

    /// @notice What `key` was last set to.
    /// @return value 0 when it never was
    /// @return isSet whether it ever was
    function get(bytes32 key) external view returns (uint256 value, bool isSet) {
        Flag storage flag = _flags[key];
        return (flag.value, flag.isSet);
    }
}
