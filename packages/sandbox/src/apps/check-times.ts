import type { JWTPayload } from "jose";
import { Refusal } from "../kernel/refusal.ts";

const longestLifeSeconds = 600;

/**
 * Refuses a JWT that is over, lives longer than ten minutes, or comes from the future. The wording is
 * GitHub's to the letter: clients tell from it that their clock is wrong.
 * @param now seconds @throws Refusal 401
 */
export function checkTimes({ iat, exp }: JWTPayload, now: number): void {
  const expiration = "'Expiration time' claim ('exp')";
  if (exp === undefined || exp <= now) {
    throw refusal(
      expiration,
      "representing the future time at which the assertion expires",
      "a numeric value",
    );
  }
  if (exp > now + longestLifeSeconds) {
    throw new Refusal(401, `${expiration} is too far in the future`);
  }
  if (iat === undefined || iat > now) {
    throw refusal(
      "'Issued at' claim ('iat')",
      "representing the time that the assertion was issued",
      "an Integer",
    );
  }
}

function refusal(claim: string, meaning: string, kind: string): Refusal {
  return new Refusal(401, `${claim} must be ${kind} ${meaning}`);
}
