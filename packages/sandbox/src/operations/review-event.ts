/** What a review says when it is submitted. */
export type ReviewEvent = "COMMENT" | "APPROVE" | "REQUEST_CHANGES";
