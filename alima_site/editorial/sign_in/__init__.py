"""How people come into the newsroom: password, second factor, lock-out, and the audit list."""
