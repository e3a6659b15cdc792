"""Whom we ask: one file (or folder) a request manager, found by itself through its BACKENDS."""
