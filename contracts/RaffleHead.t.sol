// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {RaffleHead, RaffleHeadLib} from "./RaffleHead.sol";
import {Vm} from "./test/Vm.t.sol";

/// @title RaffleHeadTest
/// @notice Seven numbers in a word: none of them reaches into its neighbour.
contract RaffleHeadTest {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    struct Fields {
        uint96 price;
        uint40 closesAt;
        uint56 round;
        uint16 winners;
        uint8 tier;
        uint8 state;
    }

    /// @notice A head with that many entries.
    function packed(Fields memory told, uint32 entries) public pure returns (RaffleHead) {
        RaffleHead none = RaffleHeadLib.pack(
            told.price,
            told.closesAt,
            told.round,
            told.winners,
            told.tier,
            told.state
        );
        return RaffleHead.wrap(RaffleHead.unwrap(none) | (uint256(entries) << 192));
    }

    /// @notice External, so that its refusal can be awaited.
    function entered(RaffleHead head) external pure returns (RaffleHead) {
        return head.withEntry();
    }

    function expectFields(RaffleHead head, Fields memory told, uint32 entries) private pure {
        VM.assertEq(head.price(), told.price, "price");
        VM.assertEq(head.closesAt(), told.closesAt, "closesAt");
        VM.assertEq(head.round(), told.round, "round");
        VM.assertEq(head.entries(), entries, "entries");
        VM.assertEq(head.winners(), told.winners, "winners");
        VM.assertEq(head.tier(), told.tier, "tier");
        VM.assertEq(head.state(), told.state, "state");
    }

    function testWhatIsPackedIsRead(Fields calldata told, uint32 entries) external pure {
        expectFields(packed(told, entries), told, entries);
    }

    function testANewStateChangesNothingElse(Fields memory told, uint32 entries, uint8 state) external pure {
        RaffleHead head = packed(told, entries).withState(state);
        told.state = state;
        expectFields(head, told, entries);
    }

    function testAnEntryChangesNothingElse(Fields calldata told, uint32 entries) external view {
        VM.assume(entries != type(uint32).max);
        expectFields(this.entered(packed(told, entries)), told, entries + 1);
    }

    /// @notice Else the next one would be ticket 0 again, and raise the number of prizes.
    function testThereIsNoEntryBeyondTheLastNumber(Fields calldata told) external {
        RaffleHead last = this.entered(packed(told, type(uint32).max - 1));
        expectFields(last, told, type(uint32).max);
        VM.expectRevert(RaffleHeadLib.TooManyEntries.selector);
        this.entered(last);
    }
}
