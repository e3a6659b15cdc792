"""What we remember: conversations, owed requests, people, tokens. No transaction is held across a call to a backend."""
