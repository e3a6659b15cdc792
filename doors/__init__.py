"""Who may come in, and how: keys, limits, reading a body, saying no. Every channel goes through here."""
