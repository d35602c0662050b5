"""Cases: one customer's trouble, its owner and clocks, the reply, and the question whether it helped."""
