"""The pages and the REST API: the only room that knows the web framework."""
