"""Whom we tell, and how: from what happened to a request to messages that are sent once."""
