"""Measurements: run by hand, side by side in one run, never part of the tests. `script/bench NAME`."""
