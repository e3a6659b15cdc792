"""What we remember: conversations, owed requests, tokens. No transaction is ever held across a call to a backend."""
