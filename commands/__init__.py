"""What the owner types at a terminal: each command reads the settings, does one thing and ends."""
