"""Actions: what the company promised to do about a fact, what it rests on, and what was known then."""
