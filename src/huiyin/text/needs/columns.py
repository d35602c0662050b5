"""What can be read: the kinds of needs, and the intents of a whole text."""

NEED_KINDS = ("need", "expectation", "pain_point", "motive", "workaround", "effort")
INTENTS = ("churn_intent", "purchase_intent", "recommend_repurchase", "advice")
