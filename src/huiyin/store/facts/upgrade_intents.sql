-- Brings a file from before intents were read up to date; the next rebuild reads them.
ALTER TABLE voice ADD COLUMN intents VARCHAR[];
