"""What happens later: the worker that sends what is owed, watches the backend and clears away what is old."""
