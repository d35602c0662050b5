"""Alerts: rules, what their figures usually are, when they fire, and who is told when."""
