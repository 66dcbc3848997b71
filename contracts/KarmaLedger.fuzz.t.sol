// SPDX-License-Identifier: MIT
// A test's name says what holds.
// solhint-disable use-natspec
pragma solidity 0.8.37;

import {KarmaGame} from "./test/KarmaGame.t.sol";

/// @title KarmaLedgerFuzzTest
/// @notice Karma's own ledger is, seen from outside, OpenZeppelin's ERC20Permit with Votes.
contract KarmaLedgerFuzzTest is KarmaGame {
    function testEveryGameGoesAsOnOpenZeppelins(uint256 seed) external {
        Move[] memory ours = record(true, seed);
        Move[] memory theirs = record(false, seed);
        VM.assertEq(ours.length, theirs.length, "both were played");
        for (uint256 i = 0; i < ours.length; ++i) {
            VM.assertEq(uint256(ours[i].kind), uint256(theirs[i].kind), "the same call");
            VM.assertEq(ours[i].answer, theirs[i].answer, "answer or refusal");
            VM.assertEq(ours[i].ok, theirs[i].ok, "went through");
            VM.assertEq(ours[i].logs, theirs[i].logs, "events");
            VM.assertEq(ours[i].state, theirs[i].state, "state");
        }
    }

    /// @notice Without this the games could agree by refusing everything.
    function testTheGamesReachEverySuccessAndEveryRefusal() external {
        uint256[] memory done = new uint256[](KINDS);
        uint256[] memory refused = new uint256[](KINDS);
        for (uint256 seed = 0; seed < 60; ++seed) {
            Move[] memory moves = record(true, seed);
            for (uint256 i = 0; i < moves.length; ++i) ++(moves[i].ok ? done : refused)[uint256(moves[i].kind)];
        }
        for (uint256 kind = 0; kind < KINDS; ++kind) {
            bool never = neverGoesThrough(Kind(kind));
            VM.assertTrue((done[kind] > 9) != never, string.concat("done: ", name(kind)));
            VM.assertTrue(refused[kind] > 0 || neverRefused(Kind(kind)), string.concat("refused: ", name(kind)));
        }
    }

    function neverGoesThrough(Kind kind) private pure returns (bool) {
        return
            kind == Kind.PermitExpired ||
            kind == Kind.PermitWrongSigner ||
            kind == Kind.PermitMalformed ||
            kind == Kind.PermitAgain ||
            kind == Kind.DelegateBySigExpired ||
            kind == Kind.DelegateBySigWrongNonce ||
            kind == Kind.Warp;
    }

    function neverRefused(Kind kind) private pure returns (bool) {
        return kind == Kind.Delegate || kind == Kind.DelegateBySig;
    }

    function name(uint256 kind) private pure returns (string memory) {
        return string(abi.encodePacked(bytes1(uint8(65 + kind))));
    }
}
