"""Effects: whether an action did what was promised, planned beforehand, judged when it is due, and what that makes of the next one."""
