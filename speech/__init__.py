"""How we say it: one folder a language, with what it hears, what it says, and examples."""
