-- Brings a file from before emotions were read up to date; the next rebuild reads them.
ALTER TABLE voice ADD COLUMN emotion VARCHAR;
