// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "./Vm.t.sol";

/// @title PassHostileKarma
/// @notice What Karma would be in an attacker's hands: it keeps honest books, but in the middle of a payment, before
/// anything moved, it acts once as any member it likes. Everyone may take everything from everyone.
contract PassHostileKarma {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @notice As of an ERC-20, in wei.
    mapping(address account => uint256 amount) public balanceOf;

    address private _victim;
    address private _target;
    bytes private _data;

    /// @notice Whether the call made in the middle of a payment went through.
    bool public struck;

    /// @notice Gives an account karma.
    function fund(address account, uint256 amount) external {
        balanceOf[account] += amount;
    }

    /// @notice In the middle of the next payment it will call `target` as `victim`.
    function arm(address victim, address target, bytes calldata data) external {
        (_victim, _target, _data) = (victim, target, data);
        struck = false;
    }

    /// @notice Karma's.
    function spendFrom(address from, uint256 amount, bytes32, bool burn) external {
        _strike();
        balanceOf[from] -= amount;
        if (!burn) balanceOf[msg.sender] += amount;
    }

    /// @notice Karma's.
    function transfer(address to, uint256 amount) external returns (bool) {
        _strike();
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
        return true;
    }

    /// @notice Karma's.
    function spend(uint256 amount, bytes32) external {
        _strike();
        balanceOf[msg.sender] -= amount;
    }

    /// @notice Karma's.
    function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external {
        _strike();
    }

    function _strike() private {
        address target = _target;
        if (target == address(0)) return;
        delete _target;
        VM.prank(_victim);
        // solhint-disable-next-line avoid-low-level-calls
        (struck, ) = target.call(_data);
    }
}
