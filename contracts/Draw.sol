// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Draw
/// @notice Who wins, from a seed alone: the same seed gives the same winners to anyone, on chain and off it.
/// @dev core/raffle/draw.ts is the same in TypeScript; a test holds the two together.
library Draw {
    /// @notice The seed of one raffle. Raffles that share a beacon's round, on one chain or on several, differ in it.
    /// @param randomness what the beacon's round gives
    /// @param id of the raffle in the calling contract
    function seedOf(bytes32 randomness, uint256 id) internal view returns (bytes32) {
        return keccak256(abi.encode(randomness, block.chainid, address(this), id));
    }

    /// @notice The first `count` tickets of a shuffled [0, entries): distinct, in the order of the prizes.
    /// @dev Fisher and Yates's shuffle (Knuth, TAOCP vol. 2, algorithm P), stopped after `count` steps: step i picks
    /// uniformly among the entries - i tickets left. The numbers are keccak256(seed, i) mod (entries - i): as entries
    /// stays below 2^32, a ticket's chance is off by less than 2^-224. What step i gives does not depend on `count`.
    /// The deck is never laid out: only cards that moved are kept, so the cost grows with `count` alone.
    /// @param entries how many tickets there are
    /// @param count how many to pick, at most `entries`
    function winners(bytes32 seed, uint32 entries, uint256 count) internal pure returns (uint256[] memory picked) {
        picked = new uint256[](count);
        // At most one new card a step: the table is never more than half full.
        uint256[] memory moved = new uint256[](4 << Math.log2(count | 1));
        unchecked {
            // i < count <= entries.
            for (uint256 i = 0; i < count; ++i) {
                uint256 random = uint256(Hashes.efficientKeccak256(seed, bytes32(i)));
                uint256 position = i + (random % (entries - i));
                (uint256 slot, uint256 card) = _find(moved, position);
                picked[i] = card;
                // The card on top of the rest takes the place of the picked one.
                (, uint256 top) = _find(moved, i);
                moved[slot] = ((position + 1) << 32) | top;
            }
        }
    }

    /// @dev An open-addressing table of (position + 1) << 32 | card, 0 where empty. Returns where the position is or
    /// would be kept, and its card, which is the position itself as long as none was put there.
    function _find(uint256[] memory moved, uint256 position) private pure returns (uint256 slot, uint256 card) {
        unchecked {
            // A table is never empty.
            uint256 mask = moved.length - 1;
            slot = position & mask;
            uint256 entry = moved[slot];
            while (entry != 0) {
                if (entry >> 32 == position + 1) return (slot, uint32(entry));
                slot = (slot + 1) & mask;
                entry = moved[slot];
            }
            card = position;
        }
    }
}
