/** How votes become a decision. A quorum counts providers. */
export type ConsensusRule =
  | { readonly rule: "majority" }
  | { readonly rule: "quorum"; readonly quorum: number }
  | { readonly rule: "unanimous" }
  /** Share of the voting weight, 0–1, that must say yes. */
  | { readonly rule: "weighted"; readonly threshold: number };
