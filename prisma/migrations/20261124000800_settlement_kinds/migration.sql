-- Settlement and reallocation. New values of a type can be used only after they are committed.

ALTER TYPE "account_kind" ADD VALUE 'settled';
ALTER TYPE "entry_kind" ADD VALUE 'settled';
ALTER TYPE "entry_kind" ADD VALUE 'settlement_reopened';
ALTER TYPE "entry_kind" ADD VALUE 'reallocated';
ALTER TYPE "proposal_kind" ADD VALUE 'settlement';
ALTER TYPE "proposal_kind" ADD VALUE 'reopening';
