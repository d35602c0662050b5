"""What every room needs and none owns: errors, the clock, settings."""
